namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class DeploysCollide : InspectRule
{
    public override string Why => "Two workflows deploy the same environment on one push: which version stays is a matter of luck.";

    public override string Fix => "Let one workflow deploy an environment, and give it a concurrency group.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        var deploys = at.Workflows.Where(workflow => workflow.RunsOnPush)
            .SelectMany(workflow => workflow.Jobs.SelectMany(job => Delivery.Environments(at, job)).DistinctBy(deploy => deploy.Environment).Select(deploy => (Workflow: workflow, deploy.Environment, deploy.Line)));
        foreach (var group in deploys.GroupBy(deploy => deploy.Environment))
            foreach (var (workflow, environment, line) in group)
                if (group.FirstOrDefault(other => other.Workflow != workflow && Overlap(workflow.Branches, other.Workflow.Branches)) is { Workflow: { } rival })
                    yield return workflow.File.At(line, $"a push deploys {environment} here and in {rival.File.ShortName}");
    }

    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Any(branch => other.Any(name => name == branch || name.Contains('*') || branch.Contains('*')));
}
