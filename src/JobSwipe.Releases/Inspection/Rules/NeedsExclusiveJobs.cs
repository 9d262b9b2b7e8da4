using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class NeedsExclusiveJobs : InspectRule
{
    public override string Why => "Of two jobs with exclusive conditions one is always skipped, and a job that needs a skipped one is skipped too: it never runs.";

    public override string Fix => "Need one of them, or say if: always() && (needs.a.result == 'success' || needs.b.result == 'success').";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var job in at.Workflows.SelectMany(workflow => workflow.Jobs))
            if (!Regex.IsMatch(job.If ?? "", @"\b(always|failure|cancelled)\(\)"))
                foreach (var (one, other) in job.Needs.SelectMany((name, at) => job.Needs.Skip(at + 1).Select(second => (name, second))))
                    if (Exclusive(job.Workflow.Find(one)?.If, job.Workflow.Find(other)?.If))
                        yield return job.Workflow.File.At(job.Line, $"'{job.Name}' needs '{one}' and '{other}', of which only one can run");
    }

    private static bool Exclusive(string? one, string? other) => one is not null && other is not null && Equalities(one).Any(first =>
        Equalities(other).Any(second => first.What == second.What && (first.Not == second.Not ? !first.Not && first.Value != second.Value : first.Value == second.Value)));

    // An 'or' leaves more ways to run than one comparison says.
    private static IEnumerable<(string What, bool Not, string Value)> Equalities(string condition) => condition.Contains("||", StringComparison.Ordinal) ? [] :
        Regex.Matches(condition, @"([\w.\-\[\]']+)\s*(==|!=)\s*('[^']*'|true|false)").Select(match => (match.Groups[1].Value, match.Groups[2].Value == "!=", match.Groups[3].Value));
}
