using JobSwipe.Releases;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>The gate with its files and its memory around it.</summary>
/// <param name="store">Where baseline, history and verdicts are.</param>
/// <param name="settings">The folder of <c>security-policy.json</c>, <c>security-waivers.json</c>, <c>kev.json</c> and <c>epss.csv.gz</c>; each may be missing.</param>
/// <param name="scans">Where the scanners left their results.</param>
public sealed class GateRun(IObjectStore store, string settings, string scans)
{
    /// <summary>The scanners without which nothing is proved.</summary>
    public static IReadOnlyList<string> Expected { get; } = ["trivy", "gitleaks"];

    /// <summary>Whether what is found becomes the baseline.</summary>
    public bool AcceptBaseline { get; init; }

    /// <summary>Judges everything, remembers it, and stores the verdict of a release.</summary>
    /// <param name="digest">The release's artifact; null stores no verdict.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DeliveryError">A file that people write is not as it should be.</exception>
    public async Task<(GateReport Report, SecurityHistory History)> RunAsync(Digest? digest, CancellationToken cancellation = default)
    {
        var now = DateTimeOffset.UtcNow;
        var results = new ScanFolder(scans).Read();
        var ids = results.SelectMany(result => result.Found).SelectMany(finding => finding.Ids).ToHashSet();
        var report = SecurityGate.Judge(Input(results, settings, now) with
        {
            Expected = Expected,
            Baseline = await Baseline.LoadAsync(store, cancellation),
            FirstSeen = (await SecurityHistory.LoadAsync(store, cancellation)).FirstSeen,
            Epss = Epss.Load(Path.Combine(settings, "epss.csv.gz"), ids),
        });
        var history = await SecurityHistory.AppendAsync(store, report, cancellation);
        if (AcceptBaseline) await Baseline.Of(report.Findings.Select(item => item.Finding), now).SaveAsync(store, cancellation);
        if (digest is { } release) await SecurityVerdict.StoreAsync(store, release, report, cancellation);
        return (report, history);
    }

    /// <summary>What one scanner's run comes to by the repository's policy and waivers.</summary>
    public static ScanResult Judge(ScanResult result, string settings)
    {
        if (!result.Ran) return result;
        var report = SecurityGate.Judge(Input([result], settings, DateTimeOffset.UtcNow));
        var blocking = report.Findings.Count(item => item.State == FindingState.Blocking);
        return result with { Outcome = blocking > 0 ? ScanOutcome.Blocked : ScanOutcome.Passed, Blocking = blocking, Detail = report.Summary };
    }

    /// <exception cref="GateClosed">It did not pass; scanners that did not run are let through unless it is strict.</exception>
    public static void Require(GateReport report, bool strict)
    {
        if (report.Outcome != ScanOutcome.Passed && (strict || report.Outcome != ScanOutcome.NotRun)) throw new GateClosed(report);
    }

    private static GateInput Input(IReadOnlyList<ScanResult> results, string settings, DateTimeOffset now)
    {
        var policy = SecurityPolicy.Load(Path.Combine(settings, "security-policy.json"));
        return new GateInput
        {
            Scans = results,
            Policy = policy,
            Waivers = WaiverFile.Load(Path.Combine(settings, "security-waivers.json"), policy, now),
            KnownExploited = KnownExploited.Load(Path.Combine(settings, "kev.json")),
            Now = now,
        };
    }
}

/// <summary>The security gate stops a release.</summary>
public sealed class GateClosed(GateReport report) : DeliveryError(
    $"The security gate says {report.Outcome}: {report.Summary}.", "Update what has a fix, revoke what leaked, mend scanners that broke; what may stay for a while is waived in .nuke/security-waivers.json.");
