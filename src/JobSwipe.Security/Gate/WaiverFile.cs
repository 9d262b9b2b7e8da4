using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>The one reviewed file of waivers: <c>.nuke/security-waivers.json</c>, a list.</summary>
public static class WaiverFile
{
    /// <summary>Reads it; no waivers when there is no file.</summary>
    /// <exception cref="DeliveryError">It has an unknown or a missing key.</exception>
    /// <exception cref="WaiverInvalid">A waiver says nothing, or holds too long.</exception>
    public static IReadOnlyList<Waiver> Load(string path, SecurityPolicy policy, DateTimeOffset now)
    {
        if (!File.Exists(path)) return [];
        var waivers = StrictJson.Read<Waiver[]>(File.ReadAllText(path), path);
        foreach (var waiver in waivers)
        {
            foreach (var (name, text) in new[] { ("id", waiver.Id), ("scope", waiver.Scope), ("owner", waiver.Owner), ("reason", waiver.Reason) })
                if (string.IsNullOrWhiteSpace(text)) throw new WaiverInvalid(path, waiver, $"its {name} is empty");
            // Measured from today, not from a date that somebody may write as he likes.
            var latest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(policy.WaiverDays);
            if (waiver.Expires > latest) throw new WaiverInvalid(path, waiver, $"it expires on {waiver.Expires:yyyy-MM-dd}, and the latest day allowed is {latest:yyyy-MM-dd}");
        }
        return waivers;
    }
}

/// <summary>A waiver cannot be taken.</summary>
public sealed class WaiverInvalid(string path, Waiver waiver, string why) : DeliveryError(
    $"{path}: the waiver of '{waiver.Id}' cannot be taken: {why}.", "Every waiver has id, scope, owner, reason, and an expiry that is near enough to be looked at again.");
