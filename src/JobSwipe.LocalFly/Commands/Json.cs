using System.Text.Json;

namespace JobSwipe.LocalFly.Commands;

/// <summary>How flyctl prints JSON that is not a machine's: names as they are in its Go structures.</summary>
internal static class Json
{
    public static JsonSerializerOptions Pretty { get; } = new() { WriteIndented = true };
}
