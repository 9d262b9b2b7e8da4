using System.Text.Json;

namespace JobSwipe.Security.Reports;

/// <summary>
/// Reads a report of any length piece by piece: only the element at hand is in memory. Nesting deeper than 64 levels and elements of more than
/// 16 MiB are refused: no scanner writes them.
/// </summary>
internal sealed class JsonStream
{
    private const int LargestElement = 16 * 1024 * 1024;
    private readonly string _tool;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _last;
    private JsonReaderState _state;

    public JsonStream(string tool, Stream stream)
    {
        _tool = tool;
        _stream = stream;
        Fill();
        // Some tools write a byte order mark, which JSON does not have.
        if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8)) _start += 3;
        if (!TryToken()) throw new ReportInvalid(tool, "it is empty");
    }

    /// <summary>The token at hand.</summary>
    public JsonTokenType Token { get; private set; }

    private string Name { get; set; } = "";

    /// <summary>Reads an object's members; the action must consume each value by one call. The value is at hand then.</summary>
    public void ReadObject(string what, Action<string> member)
    {
        if (Token != JsonTokenType.StartObject) throw new ReportInvalid(_tool, $"{what} is no object");
        Next();
        while (Token == JsonTokenType.PropertyName)
        {
            var name = Name;
            Next();
            member(name);
        }
        Leave();
    }

    /// <summary>Reads an array; the action must consume each element by one call. null is an empty one, as Go writes it.</summary>
    public void ReadArray(string what, Action element)
    {
        if (Token == JsonTokenType.Null)
        {
            Leave();
            return;
        }
        if (Token != JsonTokenType.StartArray) throw new ReportInvalid(_tool, $"{what} is no list");
        Next();
        while (Token != JsonTokenType.EndArray) element();
        Leave();
    }

    /// <summary>Reads an array's elements whole, one after the other.</summary>
    public void ReadElements(string what, Action<JsonElement> element) => ReadArray(what, () => element(ReadValue()));

    /// <summary>Reads the value at hand whole.</summary>
    public JsonElement ReadValue()
    {
        // The first token is consumed already; the element is put together again from its tokens.
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) Copy(writer, bytes);
        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>Passes over the value at hand.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            if (Token is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            else if (Token is JsonTokenType.EndObject or JsonTokenType.EndArray) depth--;
            if (depth > 0) Next();
        }
        while (depth > 0);
        Leave();
    }

    /// <exception cref="ReportInvalid">Something follows the document.</exception>
    public void RequireEnd()
    {
        if (!_ended) throw new ReportInvalid(_tool, "something follows its end");
    }

    private bool _ended;

    private void Copy(Utf8JsonWriter writer, MemoryStream bytes)
    {
        var depth = 0;
        do
        {
            switch (Token)
            {
                case JsonTokenType.StartObject: writer.WriteStartObject(); depth++; break;
                case JsonTokenType.StartArray: writer.WriteStartArray(); depth++; break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); depth--; break;
                case JsonTokenType.EndArray: writer.WriteEndArray(); depth--; break;
                case JsonTokenType.PropertyName: writer.WritePropertyName(Name); break;
                case JsonTokenType.String: writer.WriteStringValue(Name); break;
                case JsonTokenType.Number: writer.WriteRawValue(Name); break;
                case JsonTokenType.True: writer.WriteBooleanValue(true); break;
                case JsonTokenType.False: writer.WriteBooleanValue(false); break;
                default: writer.WriteNullValue(); break;
            }
            if (bytes.Length > LargestElement) throw new ReportInvalid(_tool, $"an element has more than {LargestElement / 1024 / 1024} MiB");
            if (depth > 0) Next();
        }
        while (depth > 0);
        Leave();
    }

    // Goes on behind a value; the document's end is no error here.
    private void Leave() => _ended = !TryToken();

    private void Next()
    {
        if (!TryToken()) throw new ReportInvalid(_tool, "it is cut off");
    }

    private bool TryToken()
    {
        while (true)
        {
            try
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _last, _state);
                if (reader.Read())
                {
                    Token = reader.TokenType;
                    if (Token is JsonTokenType.PropertyName or JsonTokenType.String) Name = reader.GetString()!;
                    else if (Token == JsonTokenType.Number) Name = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                    _start += (int)reader.BytesConsumed;
                    _state = reader.CurrentState;
                    return true;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw new ReportInvalid(_tool, $"it is not JSON: {exception.Message}");
            }
            if (_last) return false;
            Fill();
        }
    }

    private void Fill()
    {
        var kept = _end - _start;
        if (kept > _buffer.Length / 2)
        {
            if (_buffer.Length >= LargestElement) throw new ReportInvalid(_tool, $"a value has more than {LargestElement / 1024 / 1024} MiB");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        (_start, _end) = (0, kept);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _last = read == 0;
        _end += read;
    }
}
