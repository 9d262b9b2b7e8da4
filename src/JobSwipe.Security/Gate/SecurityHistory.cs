using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>What is remembered from run to run, in the object store: <c>security/history.json</c>.</summary>
public sealed record SecurityHistory
{
    private const string Key = "security/history.json";
    private const int MostRuns = 200;
    private const int Tries = 5;

    /// <summary>When findings that are still there were first seen, UTC, by fingerprint.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> FirstSeen { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>When each scanner last ran to its end, UTC.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastSuccess { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The last runs, oldest first.</summary>
    public IReadOnlyList<SecurityRun> Runs { get; init; } = [];

    /// <summary>Reads it; empty when nothing is remembered.</summary>
    public static async Task<SecurityHistory> LoadAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        try
        {
            return Json.Read<SecurityHistory>(await store.GetTextAsync(Key, cancellation), Key);
        }
        catch (ObjectMissing)
        {
            return new SecurityHistory();
        }
    }

    /// <summary>The same with one run more.</summary>
    public SecurityHistory With(GateReport report)
    {
        var seen = report.Findings.Where(item => item.Finding.FirstSeen is not null).GroupBy(item => item.Finding.Fingerprint).ToDictionary(group => group.Key, group => group.Min(item => item.Finding.FirstSeen!.Value));
        // What a scanner that did not run once found is not gone.
        if (report.Scans.Any(scan => !scan.Ran)) foreach (var (fingerprint, at) in FirstSeen) seen[fingerprint] = seen.TryGetValue(fingerprint, out var now) && now < at ? now : at;
        var success = new Dictionary<string, DateTimeOffset>(LastSuccess);
        foreach (var scan in report.Scans.Where(scan => scan.Ran)) success[scan.Tool] = scan.At;
        var counts = report.Findings.GroupBy(item => item.State).ToDictionary(group => group.Key, group => group.Count());
        return this with { FirstSeen = seen, LastSuccess = success, Runs = [.. Runs.TakeLast(MostRuns - 1), new SecurityRun(report.At, report.Outcome, counts)] };
    }

    /// <summary>Remembers a run. Two builds at once both are remembered.</summary>
    /// <returns>What is remembered now.</returns>
    public static async Task<SecurityHistory> AppendAsync(IObjectStore store, GateReport report, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await store.HeadAsync(Key, cancellation);
            var history = (await LoadAsync(store, cancellation)).With(report);
            try
            {
                await store.PutTextAsync(Key, Json.Write(history), head is null ? WriteCondition.IsNew : WriteCondition.Matches(head.ETag), cancellation);
                return history;
            }
            catch (Exception exception) when (exception is ObjectChanged or ObjectExists && attempt < Tries)
            {
                // Somebody was faster: again, with what he wrote.
            }
        }
    }
}

/// <summary>One run of the gate.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Counts">How many findings, by state.</param>
public sealed record SecurityRun(DateTimeOffset At, ScanOutcome Outcome, IReadOnlyDictionary<FindingState, int> Counts);
