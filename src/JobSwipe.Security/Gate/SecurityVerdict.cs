using JobSwipe.Releases;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>What the gate said of a release, kept under its digest in the object store: <c>security/verdicts/…</c>.</summary>
/// <param name="Digest">The release's artifact.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="NotRun">The scanners that did not run.</param>
public sealed record SecurityVerdict(Digest Digest, ScanOutcome Outcome, DateTimeOffset At, string Summary, IReadOnlyList<string> NotRun)
{
    /// <summary>How long a verdict is believed: new vulnerabilities are published every day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>Stores the verdict of a report; the last one counts.</summary>
    public static async Task<SecurityVerdict> StoreAsync(IObjectStore store, Digest digest, GateReport report, CancellationToken cancellation = default)
    {
        var verdict = new SecurityVerdict(digest, report.Outcome, report.At, report.Summary, [.. report.Scans.Where(scan => scan.Outcome == ScanOutcome.NotRun).Select(scan => scan.Tool)]);
        await store.PutTextAsync(Key(digest), Json.Write(verdict), WriteCondition.None, cancellation);
        return verdict;
    }

    /// <summary>Requires that a release passed the gate.</summary>
    /// <param name="store">The object store.</param>
    /// <param name="digest">The release's artifact.</param>
    /// <param name="lenient">Whether a missing verdict, and scanners that did not run, are allowed: where scanners cannot be had.</param>
    /// <param name="now">Now; null asks the clock.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found, for people.</returns>
    /// <exception cref="SecurityNotProved">It did not pass, or nobody knows.</exception>
    public static async Task<string> RequireAsync(IObjectStore store, Digest digest, bool lenient = false, DateTimeOffset? now = null, CancellationToken cancellation = default)
    {
        SecurityVerdict verdict;
        try
        {
            verdict = Json.Read<SecurityVerdict>(await store.GetTextAsync(Key(digest), cancellation), Key(digest));
        }
        catch (ObjectMissing)
        {
            return lenient ? "no verdict; allowed on this machine" : throw new SecurityNotProved(digest, "it has no verdict");
        }
        if (verdict.Digest != digest) throw new SecurityNotProved(digest, $"its verdict is of {verdict.Digest.Prefix}");
        var age = (now ?? DateTimeOffset.UtcNow) - verdict.At;
        if (age > Lasts) throw new SecurityNotProved(digest, $"its verdict is {age.TotalDays:0} days old, and {Lasts.TotalDays:0} are allowed");
        return verdict.Outcome switch
        {
            ScanOutcome.Passed => $"passed on {verdict.At:yyyy-MM-dd HH:mm} UTC",
            ScanOutcome.NotRun when lenient => $"not run: {string.Join(", ", verdict.NotRun)}; allowed on this machine",
            _ => throw new SecurityNotProved(digest, verdict.Summary),
        };
    }

    private static string Key(Digest digest) => $"security/verdicts/{digest.Hex}.json";
}

/// <summary>A release may not go to production: its security was not proved.</summary>
public sealed class SecurityNotProved(Digest digest, string why) : DeliveryError(
    $"The release {digest.Prefix} did not pass the security gate: {why}.", "Run ./build.sh SecurityGate for it where all scanners are, mend or waive what it names, and deploy again.");
