using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RatioAlwaysOne : InspectRule
{
    public override string Why => "Without an aggregation, each series is divided by the one with the same labels, which is itself: the result is always 1.";

    public override string Fix => "Sum both sides first: sum(rate(errors[5m])) / sum(rate(all[5m])).";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var rule in at.Monitoring.Rules)
            foreach (Match match in Regex.Matches(rule.Expression, @"(?<before>(?:sum|avg|count|max|min)\s*(?:(?:by|without)\s*\([^)]*\)\s*)?\(\s*)?\b(?:rate|irate|increase)\(\s*(?<one>[\w:]+)\s*(\{[^}]*\})?\s*\[[^\]]*\]\s*\)\s*/\s*(?:rate|irate|increase)\(\s*(?<other>[\w:]+)\s*(\{[^}]*\})?\s*\[[^\]]*\]\s*\)"))
                if (match.Groups["one"].Value == match.Groups["other"].Value) yield return rule.File.At(rule.Line, $"{rule.Name} divides each series of '{match.Groups["one"].Value}' by itself");
    }
}
