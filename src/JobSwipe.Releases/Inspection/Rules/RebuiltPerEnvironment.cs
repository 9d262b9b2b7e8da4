namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RebuiltPerEnvironment : InspectRule
{
    public override string Why => "Each environment gets an image of its own: what production runs is not what staging proved.";

    public override string Fix => "Build once, and deploy the same digest everywhere: fly deploy --image <name>@sha256:…";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        var built = at.Workflows.SelectMany(workflow => workflow.Jobs).SelectMany(job => Delivery.Environments(at, job))
            .Concat(at.Scripts.SelectMany(script => Delivery.Environments(at, script))).Where(deploy => deploy.Builds).ToArray();
        if (built.DistinctBy(deploy => deploy.Environment).Count() > 1)
            foreach (var deploy in built.DistinctBy(deploy => (deploy.File, deploy.Line)))
                yield return deploy.File.At(deploy.Line, $"builds an image of its own for {deploy.Environment}");
    }
}
