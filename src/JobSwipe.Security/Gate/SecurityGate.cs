namespace JobSwipe.Security.Gate;

/// <summary>Decides whether a release may go on. Pure: the same input has the same answer.</summary>
public static class SecurityGate
{
    /// <summary>Judges every finding once, and all of them together.</summary>
    public static GateReport Judge(GateInput input)
    {
        ScanResult[] scans = [.. input.Scans.Select(scan => Fresh(scan, input)), .. input.Expected.Except(input.Scans.Select(scan => scan.Tool)).Select(tool => ScanResult.NotRun(tool, "it left no result"))];
        var used = new HashSet<Waiver>();
        var waivers = input.Waivers.ToLookup(waiver => waiver.Id, StringComparer.OrdinalIgnoreCase);
        JudgedFinding[] judged = [.. FindingMerge.Merge(scans.SelectMany(scan => scan.Found))
            .Select(finding => Judge(finding with { FirstSeen = input.FirstSeen.TryGetValue(finding.Fingerprint, out var seen) ? seen : input.Now }, input, waivers, used))
            .OrderBy(item => item.State).ThenByDescending(item => item.Finding.Severity).ThenByDescending(item => item.Epss ?? 0)
            .ThenBy(item => item.Finding.Rule, StringComparer.Ordinal).ThenBy(item => item.Finding.Path, StringComparer.Ordinal)];
        var outcome = judged.Any(item => item.State == FindingState.Blocking) ? ScanOutcome.Blocked
            : scans.Any(scan => scan.Outcome == ScanOutcome.ScannerError) ? ScanOutcome.ScannerError
            // A gate that looked at nothing knows nothing.
            : scans.Length == 0 || scans.Any(scan => scan.Outcome == ScanOutcome.NotRun) ? ScanOutcome.NotRun
            : ScanOutcome.Passed;
        return new GateReport(input.Now, outcome, [.. scans.Select(scan => scan with { Found = [] })], judged, [.. Warnings(input, used, judged)]);
    }

    private static ScanResult Fresh(ScanResult scan, GateInput input)
    {
        var age = input.Now - scan.At;
        return scan.Ran && age > TimeSpan.FromHours(input.Policy.ResultHours)
            ? ScanResult.Broken(scan.Tool, $"its result is {age.TotalHours:0} h old, and {input.Policy.ResultHours} h are allowed") with { At = scan.At, Found = scan.Found }
            : scan;
    }

    private static JudgedFinding Judge(Finding finding, GateInput input, ILookup<string, Waiver> waivers, HashSet<Waiver> used)
    {
        var due = input.Policy.Due(finding);
        double? epss = finding.Ids.Select(id => input.Epss.Scores.TryGetValue(id, out var score) ? score : (double?)null).Max();
        var matching = finding.Ids.Append(finding.Fingerprint).SelectMany(id => waivers[id]).Where(waiver => waiver.Matches(finding)).Distinct().ToArray();
        used.UnionWith(matching);
        var (state, why) = Decide(finding, input, due);
        if (matching.FirstOrDefault(waiver => !waiver.IsExpired(input.Now)) is { } holds)
            return state == FindingState.Blocking ? Judged(FindingState.Waived, $"{why}; waived by {holds.Owner} until {holds.Expires:yyyy-MM-dd}: {holds.Reason}", holds) : Judged(state, why, holds);
        return matching is [var expired, ..]
            ? Judged(FindingState.Blocking, $"the waiver of {expired.Owner} expired on {expired.Expires:yyyy-MM-dd}", expired)
            : Judged(state, why, null);

        JudgedFinding Judged(FindingState to, string because, Waiver? waiver) => new(finding, to, because, due, waiver, epss);
    }

    private static (FindingState State, string Why) Decide(Finding finding, GateInput input, DateTimeOffset? due)
    {
        if (finding.Ids.Any(input.KnownExploited.Ids.Contains)) return (FindingState.Blocking, "known to be exploited");
        if (due < input.Now) return (FindingState.Blocking, $"to be fixed by {due:yyyy-MM-dd}");
        if (!input.Policy.Blocks(finding))
            return finding.Kind == FindingKind.Vulnerability && finding.Severity >= input.Policy.BlockFrom ? (FindingState.Unfixed, "no fix yet")
                : (FindingState.Noted, finding.Kind == FindingKind.Unchecked ? "not looked at" : $"below {input.Policy.BlockFrom.ToString().ToLowerInvariant()}");
        if (input.Policy.NewOnly && finding.Kind != FindingKind.Secret && input.Baseline.Knows(finding)) return (FindingState.Known, "in the baseline");
        return (FindingState.Blocking, finding.Kind switch
        {
            FindingKind.Secret => "a secret",
            FindingKind.Vulnerability => $"{finding.Severity.ToString().ToLowerInvariant()}, fixed in {finding.FixedVersion}",
            _ => finding.Severity.ToString().ToLowerInvariant(),
        });
    }

    private static IEnumerable<string> Warnings(GateInput input, HashSet<Waiver> used, JudgedFinding[] judged)
    {
        foreach (var waiver in input.Waivers.Where(waiver => !used.Contains(waiver)))
            yield return $"the waiver of {waiver.Id} for {waiver.Scope} matches nothing: remove it";
        if (input.KnownExploited.Released is not { } released) yield return "there is no list of known exploited vulnerabilities";
        else if (input.Now - released > TimeSpan.FromDays(input.Policy.KnownExploitedDays)) yield return $"the list of known exploited vulnerabilities is {(input.Now - released).TotalDays:0} days old";
        if (judged.Count(item => item.Finding.Kind == FindingKind.Unchecked) is > 0 and var count) yield return $"scanners could not look at {count} things";
    }
}
