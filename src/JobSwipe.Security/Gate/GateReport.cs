namespace JobSwipe.Security.Gate;

/// <summary>What the gate decided, and why.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Outcome">The decision. Only <see cref="ScanOutcome.Passed"/> is one that lets a release through.</param>
/// <param name="Scans">What each scanner's run came to; without its findings.</param>
/// <param name="Findings">Every finding once, the ones that stop the release first.</param>
/// <param name="Warnings">What people should look at: waivers that match nothing, snapshots that are old.</param>
public sealed record GateReport(DateTimeOffset At, ScanOutcome Outcome, IReadOnlyList<ScanResult> Scans, IReadOnlyList<JudgedFinding> Findings, IReadOnlyList<string> Warnings)
{
    /// <summary>One line for people.</summary>
    public string Summary
    {
        get
        {
            var blocking = Findings.Where(item => item.State == FindingState.Blocking).ToArray();
            var counts = string.Join(", ", Enum.GetValues<FindingState>().Select(state => (state, Count: Findings.Count(item => item.State == state)))
                .Where(item => item.Count > 0).Select(item => $"{item.Count} {item.state.ToString().ToLowerInvariant()}"));
            var unknown = Scans.Where(scan => !scan.Ran).Select(scan => $"{scan.Tool}: {scan.Detail}").ToArray();
            return $"{Findings.Count} findings{(counts.Length > 0 ? $" ({counts})" : "")}"
                + (blocking.Length > 0 ? $"; stopped by {string.Join(", ", blocking.Take(5).Select(item => $"{item.Finding.Rule} in {item.Finding.Package ?? item.Finding.Path} ({item.Why})"))}" : "")
                + (unknown.Length > 0 ? $"; nothing is known from {string.Join("; ", unknown)}" : "");
        }
    }
}
