using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class JobOnlyEchoes : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "It is green whatever happens: a notification nobody gets, a check that checks nothing.";

    public override string Fix => "Let it do what it says, or remove it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var job in at.Workflows.SelectMany(workflow => workflow.Jobs))
        {
            var runs = job.Steps.Where(step => step.Run is not null).Select(step => step.ToBlock(at.Repository)).ToArray();
            if (runs.Length > 0 && job.Node.Get("outputs") is null && job.Steps.All(step => step.Uses is null || step.Uses.StartsWith("actions/checkout@", StringComparison.Ordinal))
                && runs.All(block => block.Commands.All(command => command.Words.Count == 0 || command.Is("echo", "printf", ":", "true", "fi", "done")) && !Regex.IsMatch(block.Text, @"GITHUB_(STEP_SUMMARY|OUTPUT|ENV)|exit\s+[1-9]|::error")))
                yield return job.Workflow.File.At(job.Line, $"the job '{job.Name}' only prints");
        }
    }
}
