using System.Text.Json;
using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>Reads <c>.nuke/parameters.json</c>: one object of texts, numbers, switches and lists of them.</summary>
internal static class ParametersFile
{
    /// <summary>The values of each name; null if there is no file.</summary>
    public static Dictionary<string, (string Name, List<string> Values)> Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return Read(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadInvocationException($"{file} is not a file of parameters: {exception.Message}");
        }
    }

    internal static Dictionary<string, (string, List<string>)> Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        var result = new Dictionary<string, (string, List<string>)>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "expected an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var values = Values(ref reader, name);
            if (name != "$schema" && values != null)
                result[ParameterName.Normalize(name)] = (name, values);
        }

        return result;
    }

    private static List<string> Values(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            return [Scalar(ref reader, name)];
        var values = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(Scalar(ref reader, name));
        return values;
    }

    private static string Scalar(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException($"the value of '{name}' must be a text, a number, a switch or a list of them")
    };

    private static void Expect(bool condition, string message)
    {
        if (!condition)
            throw new JsonException(message);
    }
}
