using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Releases;

/// <summary>A content digest as OCI writes it: <c>sha256:</c> and 64 lower-case hexadecimal digits. A tag is not one.</summary>
[JsonConverter(typeof(JsonForm))]
public readonly record struct Digest
{
    private Digest(string hex) => Hex = hex;

    /// <summary>The 64 digits.</summary>
    public string Hex { get; }

    /// <summary>The first 12 digits, for people.</summary>
    public string Prefix => Hex[..12];

    /// <summary>Reads a digest.</summary>
    /// <exception cref="DigestInvalid">The text is something else, such as a tag.</exception>
    public static Digest Parse(string text) =>
        text.StartsWith("sha256:", StringComparison.Ordinal) && text.Length == 71 && text.Skip(7).All(char.IsAsciiHexDigitLower)
            ? new Digest(text[7..])
            : throw new DigestInvalid(text);

    /// <summary>The digest of bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <inheritdoc/>
    public override string ToString() => "sha256:" + Hex;

    private sealed class JsonForm : JsonConverter<Digest>
    {
        public override Digest Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>A digest was expected and something else was given.</summary>
public sealed class DigestInvalid(string text) : DeliveryError(
    $"'{text}' is not a digest.", "Name artifacts by digest, as sha256:<64 hexadecimal digits>: a tag can point to something else tomorrow.");
