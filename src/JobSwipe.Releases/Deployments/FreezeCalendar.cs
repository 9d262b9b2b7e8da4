using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>When nothing is deployed: <c>.nuke/freezes.json</c>, a list of windows in local times with their time zone.</summary>
/// <param name="Windows">The windows.</param>
public sealed record FreezeCalendar(IReadOnlyList<FreezeWindow> Windows)
{
    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>A calendar without any window.</summary>
    public static FreezeCalendar None { get; } = new([]);

    /// <summary>Reads a calendar; a file that is not there is an empty one.</summary>
    /// <exception cref="DeliveryError">An unknown key, time zone or an end before its start; the window is named.</exception>
    public static FreezeCalendar Load(string path)
    {
        if (!File.Exists(path)) return None;
        try
        {
            var windows = JsonSerializer.Deserialize<FreezeWindow[]>(File.ReadAllText(path), Strict) ?? throw new JsonException("it is null");
            foreach (var window in windows) window.Check();
            return new FreezeCalendar(windows);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or TimeZoneNotFoundException)
        {
            throw new DeliveryError($"{path} is not a freeze calendar: {exception.Message}",
                """Each window is { "name": "…", "zone": "Europe/Berlin", "from": "2026-12-23T18:00", "to": "2027-01-02T06:00" }, or weekly with "days": ["Friday"], "from": "16:00", "to": "24:00".""", exception);
        }
    }

    /// <summary>The window that a moment falls into; null when deployments may happen.</summary>
    public FreezeWindow? At(DateTimeOffset moment, string environment) => Windows.FirstOrDefault(window => window.Contains(moment, environment));
}

/// <summary>Nothing is deployed now.</summary>
public sealed class DeploymentsFrozen(FreezeWindow window, string environment) : DeliveryError(
    $"Deployments to {environment} are frozen: {window.Name} ({window}).",
    "Wait, or say why it cannot: --freeze-override \"reason\"; the reason goes into the ledger.");
