namespace JobSwipe.Migrations;

/// <summary>A contract script waits until every deployed release does without what it takes away.</summary>
public static class ContractRule
{
    /// <summary>Checks scripts against what is deployed.</summary>
    /// <param name="pending">What is to be applied.</param>
    /// <param name="deployed">Versions (SemVer) that serve; with none there is nobody to break.</param>
    /// <exception cref="ContractTooEarly">A release that needs the old shape is deployed.</exception>
    public static void Require(IEnumerable<MigrationScript> pending, IReadOnlyList<string> deployed)
    {
        if (deployed.Count == 0) return;
        foreach (var script in pending.Where(script => script.Header.Phase == Phase.Contract))
        {
            var after = script.Header.ContractAfter;
            var older = after is null ? deployed : [.. deployed.Where(version => Compare(version, after) < 0)];
            if (older.Count > 0) throw new ContractTooEarly(script.File, after, older);
        }
    }

    /// <summary>The order of two versions (SemVer 2.0.0, 11).</summary>
    internal static int Compare(string one, string other)
    {
        var (left, right) = (Split(one), Split(other));
        for (var at = 0; at < 3; at++)
        {
            if (left.Core[at].CompareTo(right.Core[at]) is var order and not 0) return order;
        }
        // A pre-release comes before its release.
        if (left.Pre.Length == 0 || right.Pre.Length == 0) return right.Pre.Length.CompareTo(left.Pre.Length);
        for (var at = 0; at < Math.Min(left.Pre.Length, right.Pre.Length); at++)
        {
            if (Identifier(left.Pre[at], right.Pre[at]) is var order and not 0) return order;
        }
        return left.Pre.Length.CompareTo(right.Pre.Length);
    }

    private static int Identifier(string one, string other) => (long.TryParse(one, out var left), long.TryParse(other, out var right)) switch
    {
        (true, true) => left.CompareTo(right),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(one, other),
    };

    private static (long[] Core, string[] Pre) Split(string version)
    {
        var parts = version.Split('+')[0].Split('-', 2);
        var core = parts[0].Split('.').Select(part => long.TryParse(part, out var number) ? number : 0).Concat([0L, 0L, 0L]).Take(3).ToArray();
        return (core, parts.Length > 1 ? parts[1].Split('.') : []);
    }
}
