using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>What the main branch has: fingerprints, with whether there was a fix. No names, no paths, no secrets.</summary>
/// <param name="Entries">Whether a fix was known then, by fingerprint.</param>
/// <param name="At">When it was accepted, UTC.</param>
public sealed record Baseline(IReadOnlyDictionary<string, bool> Entries, DateTimeOffset At)
{
    private const string Key = "security/baseline.json";

    /// <summary>Nothing was accepted.</summary>
    public static Baseline None { get; } = new(new Dictionary<string, bool>(), default);

    /// <summary>The baseline of findings. Secrets are never in one: they are to be revoked, not accepted.</summary>
    public static Baseline Of(IEnumerable<Finding> findings, DateTimeOffset at) => new(
        findings.Where(finding => finding.Kind != FindingKind.Secret).GroupBy(finding => finding.Fingerprint)
            .ToDictionary(group => group.Key, group => group.Any(finding => finding.FixedVersion is not null)), at);

    /// <summary>Whether a finding was there, with no more to be done about it than now.</summary>
    public bool Knows(Finding finding) =>
        Entries.TryGetValue(finding.Fingerprint, out var hadFix) && (hadFix || finding.FixedVersion is null);

    /// <summary>Reads the store's baseline.</summary>
    public static async Task<Baseline> LoadAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        try
        {
            return Json.Read<Baseline>(await store.GetTextAsync(Key, cancellation), Key);
        }
        catch (ObjectMissing)
        {
            return None;
        }
    }

    /// <summary>Makes it the store's baseline.</summary>
    public Task SaveAsync(IObjectStore store, CancellationToken cancellation = default) =>
        store.PutTextAsync(Key, Json.Write(this), WriteCondition.None, cancellation);
}
