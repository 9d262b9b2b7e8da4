namespace JobSwipe.Security;

/// <summary>The base score of a CVSS 3.0 or 3.1 vector (first.org/cvss/v3.1/specification-document, section 7.1).</summary>
public static class Cvss
{
    private static readonly Dictionary<string, double> Weights = new()
    {
        ["AV:N"] = 0.85, ["AV:A"] = 0.62, ["AV:L"] = 0.55, ["AV:P"] = 0.2,
        ["AC:L"] = 0.77, ["AC:H"] = 0.44,
        ["UI:N"] = 0.85, ["UI:R"] = 0.62,
        ["C:H"] = 0.56, ["C:L"] = 0.22, ["C:N"] = 0,
        ["I:H"] = 0.56, ["I:L"] = 0.22, ["I:N"] = 0,
        ["A:H"] = 0.56, ["A:L"] = 0.22, ["A:N"] = 0,
    };

    private static readonly string[] Metrics = ["AV", "AC", "UI", "C", "I", "A"];

    /// <summary>The score; null for a vector of another version, or one that lacks a metric.</summary>
    public static double? Score(string? vector)
    {
        if (vector is null || !vector.StartsWith("CVSS:3.", StringComparison.Ordinal)) return null;
        var metrics = vector.Split('/').Skip(1).Select(metric => metric.Split(':')).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        var changed = metrics.GetValueOrDefault("S") == "C";
        double? privileges = (metrics.GetValueOrDefault("PR"), changed) switch
        {
            ("N", _) => 0.85,
            ("L", false) => 0.62,
            ("L", true) => 0.68,
            ("H", false) => 0.27,
            ("H", true) => 0.5,
            _ => null,
        };
        var weights = Metrics.Select(name => Weights.TryGetValue($"{name}:{metrics.GetValueOrDefault(name)}", out var weight) ? weight : (double?)null).ToArray();
        if (privileges is null || weights.Contains(null) || metrics.GetValueOrDefault("S") is not ("C" or "U")) return null;

        var lost = 1 - ((1 - weights[3]!.Value) * (1 - weights[4]!.Value) * (1 - weights[5]!.Value));
        var impact = changed ? (7.52 * (lost - 0.029)) - (3.25 * Math.Pow(lost - 0.02, 15)) : 6.42 * lost;
        if (impact <= 0) return 0;
        var exploitability = 8.22 * weights[0]!.Value * weights[1]!.Value * privileges.Value * weights[2]!.Value;
        return RoundUp(Math.Min((impact + exploitability) * (changed ? 1.08 : 1), 10));
    }

    // Appendix A: in whole numbers, since 4.02 may be 4.0200000001.
    private static double RoundUp(double value)
    {
        var whole = (int)Math.Round(value * 100_000);
        return whole % 10_000 == 0 ? whole / 100_000.0 : (Math.Floor(whole / 10_000.0) + 1) / 10;
    }
}
