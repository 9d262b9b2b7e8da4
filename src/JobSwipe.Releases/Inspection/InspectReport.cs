using System.Text;
using JobSwipe.Migrations.Lint;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection;

/// <summary>What an inspection found.</summary>
/// <param name="Files">How many files were read.</param>
/// <param name="Findings">By file and line.</param>
public sealed record InspectReport(int Files, IReadOnlyList<InspectFinding> Findings)
{
    /// <exception cref="InspectFailed">A finding matters as much as this, or more; never for <see cref="LintSeverity.Off"/>.</exception>
    public void RequireBelow(LintSeverity failOn)
    {
        var count = Findings.Count(finding => finding.Severity >= failOn);
        if (failOn != LintSeverity.Off && count > 0) throw new InspectFailed(count, failOn);
    }

    /// <summary>The report as text that ends with a line feed.</summary>
    public string Write(LintFormat format) => format switch
    {
        LintFormat.Json => Json.Write(this),
        LintFormat.Sarif => InspectSarif.Write(this),
        _ => Text(),
    };

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var finding in Findings)
        {
            text.Append($"{finding.File}:{finding.Line}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message}\n");
            text.Append($"    {finding.Why}\n  → {finding.Fix}\n");
        }
        var counts = Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}{(group.Count() == 1 ? "" : "s")}");
        return text.Append($"{Files} files, {InspectRules.All.Count} rules: {(Findings.Count == 0 ? "no findings" : string.Join(", ", counts))}\n").ToString();
    }
}
