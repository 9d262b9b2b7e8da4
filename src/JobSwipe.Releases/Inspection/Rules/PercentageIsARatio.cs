using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class PercentageIsARatio : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The message says 0.05% where 5% are meant; whoever reads it at night goes back to bed.";

    public override string Fix => "Write {{ $value | humanizePercentage }}, or multiply by 100.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var rule in at.Monitoring.Alerts)
            foreach (var text in rule.Node.Get("annotations").Scalars())
                if (Regex.IsMatch(text.Value ?? "", @"\{\{\s*(\$value|printf\s+[^}]*\$value|\$value\s*\|\s*(humanize|printf)[^}]*)\s*\}\}\s*%") && !(text.Value ?? "").Contains("humanizePercentage", StringComparison.Ordinal)
                    && rule.Expression.Contains('/') && !Regex.IsMatch(rule.Expression, @"\*\s*100\b|\b100\s*\*"))
                    yield return rule.File.At(text.Line(), $"{rule.Name} prints a ratio as a percentage");
    }
}
