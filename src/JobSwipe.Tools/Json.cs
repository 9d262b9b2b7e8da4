using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JobSwipe.Tools;

/// <summary>How this project writes and reads JSON: camel case, indented, strict about types.</summary>
public static class Json
{
    /// <summary>The settings.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Whole = new(Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The value as text that ends with a line feed.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>The same of a form that the compiler made (<see cref="JsonSerializerContext"/>), for what must not wait for reflection.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> form) => JsonSerializer.Serialize(value, form) + "\n";

    /// <summary>Reads a value.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">What it is, for the error.</param>
    /// <exception cref="DeliveryError">It is not JSON of this shape; the place is named.</exception>
    public static T Read<T>(string text, string name) => Read<T>(text, name, Options);

    /// <summary>Reads a value of which nothing may be missing: a member without a default, or null where none may be, is an error too.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">What it is, for the error.</param>
    /// <exception cref="DeliveryError">It is not JSON of this shape; the place is named.</exception>
    public static T ReadWhole<T>(string text, string name) => Read<T>(text, name, Whole);

    /// <summary>Writes a file so that a reader never sees half of it.</summary>
    public static void WriteFile<T>(string path, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        File.WriteAllText(temporary, Write(value));
        File.Move(temporary, path, overwrite: true);
    }

    private static T Read<T>(string text, string name, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new DeliveryError($"{name} is not what it should be: {exception.Message}", "Correct it, or make it again with the target that writes it.", exception);
        }
    }
}
