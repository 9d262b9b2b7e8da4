using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Api;

/// <summary>How the platform and flyctl's JSON write: snake case, lengths of time as Go writes them, as Fly's Machines API does.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new Durations());
        return options;
    }

    private sealed class Durations : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            GoDuration.Parse(reader.GetString()!) ?? throw new JsonException($"'{reader.GetString()}' is not a length of time");

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(GoDuration.Format(value));
    }
}
