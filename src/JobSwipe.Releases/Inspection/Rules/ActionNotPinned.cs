using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class ActionNotPinned : InspectRule
{
    public override string Why => "Whoever can push to that branch runs code with this repository's secrets, from one minute to the next.";

    public override string Fix => "Pin the commit: uses: owner/action@<40 digits> # v1.2.3";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var step in at.Workflows.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps))
            if (step.Uses is { } uses && !uses.StartsWith("./", StringComparison.Ordinal) && !uses.StartsWith("docker://", StringComparison.Ordinal)
                && !Regex.IsMatch(uses, @"@([0-9a-f]{40}|v?\d+(\.\d+)*([-+][\w.]+)?)$"))
                yield return step.Job.Workflow.File.At(step.Node.Get("uses")!.Line(), uses.Contains('@') ? $"'{uses}' follows a branch" : $"'{uses}' names no version");
    }
}
