using System.Text.Json;

namespace JobSwipe.Releases.Deployments;

/// <summary>What ties a record to the one before it; reading that alone makes proving a long chain many times faster.</summary>
internal sealed record LedgerLink(int Sequence, Digest? Previous)
{
    /// <summary>Reads it from a record; null when that is none.</summary>
    public static LedgerLink? Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        (int? sequence, Digest? previous, var known) = (null, null, false);
        try
        {
            // Both are at the document's beginning.
            for (reader.Read(); (sequence is null || !known) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
            {
                var (isSequence, isPrevious) = (reader.ValueTextEquals("sequence"), reader.ValueTextEquals("previous"));
                reader.Read();
                if (isSequence) sequence = reader.GetInt32();
                else if (isPrevious) (previous, known) = (reader.GetString() is { } digest ? Digest.Parse(digest) : null, true);
                else reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or DigestInvalid or InvalidOperationException or FormatException)
        {
            return null;
        }
        return sequence is { } number ? new LedgerLink(number, previous) : null;
    }
}
