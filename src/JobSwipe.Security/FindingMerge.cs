namespace JobSwipe.Security;

/// <summary>Makes one finding of those that scanners report under several names, or several times.</summary>
public static class FindingMerge
{
    /// <summary>Merges vulnerabilities of one package that share any name, and other findings that have one fingerprint.</summary>
    public static IReadOnlyList<Finding> Merge(IEnumerable<Finding> findings)
    {
        List<Finding> all = [.. findings];
        var parent = Enumerable.Range(0, all.Count).ToArray();
        var first = new Dictionary<(string Package, string Name), int>();
        for (var index = 0; index < all.Count; index++)
        {
            var finding = all[index];
            var names = finding.Kind == FindingKind.Vulnerability ? finding.Ids : [finding.Fingerprint];
            foreach (var name in names)
            {
                var key = (finding.NormalizedPackage, name);
                if (first.TryGetValue(key, out var other)) parent[Root(index)] = Root(other);
                else first[key] = index;
            }
        }
        return [.. all.Select((finding, index) => (finding, Root: Root(index))).GroupBy(item => item.Root, item => item.finding).Select(Join)];

        int Root(int index)
        {
            while (parent[index] != index) index = parent[index] = parent[parent[index]];
            return index;
        }
    }

    private static Finding Join(IGrouping<int, Finding> group)
    {
        Finding[] same = [.. group];
        var worst = same.MaxBy(finding => finding.Severity)!;
        var tools = same.SelectMany(finding => finding.AlsoBy.Prepend(finding.Tool)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var joined = worst with
        {
            Tool = tools[0],
            AlsoBy = tools[1..],
            Cvss = same.Max(finding => finding.Cvss),
            FixedVersion = same.Select(finding => finding.FixedVersion).FirstOrDefault(version => version is not null),
            FirstSeen = same.Min(finding => finding.FirstSeen),
        };
        if (worst.Kind != FindingKind.Vulnerability) return joined;
        var names = same.SelectMany(finding => finding.Ids).Distinct().OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal).ToArray();
        return joined with { Rule = names[0], Aliases = names[1..] };
    }

    private static int Rank(string name) => name switch
    {
        _ when name.StartsWith("CVE-", StringComparison.Ordinal) => 0,
        _ when name.StartsWith("GHSA-", StringComparison.Ordinal) => 1,
        _ when name.StartsWith("PYSEC-", StringComparison.Ordinal) => 2,
        _ => 3,
    };
}
