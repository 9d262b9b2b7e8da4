using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IDeploy : IHasEnvironment, IBuildImage
{
    Target DeployStaging => _ => _
        .Description("Deploy the built release to staging")
        .DependsOn<IBuildImage>(x => x.DockerBuild)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(async () => Say(await Deployment("staging").RunAsync(Release.Load(ReleaseFile), backUp: false, cancellation: Interruption.Token)));

    Target DeployProd => _ => _
        .Description("Deploy the release that passed staging to production: backup, migrate, switch, smoke test")
        .After<IDeploy>(x => x.DeployStaging)
        .After<ISmokeTest>(x => x.SmokeTest)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(async () =>
        {
            RequireEnvironment("production");
            var release = Release.Load(ReleaseFile);
            var target = Target("production");
            await Promotion.RequireProvedAsync(release, new Ledger(target.Store, "staging"), "staging", Interruption.Token);
            Say(await Deployment("production").RunAsync(release, backUp: true, cancellation: Interruption.Token));
        });

    [Parameter("Release to promote: its version, or its digest", Name = "Release")]
    string PromotedRelease => TryGetValue(() => PromotedRelease);

    [Parameter("Why a release is promoted or rolled back; goes into the ledger")]
    string Reason => TryGetValue(() => Reason);

    Target Promote => _ => _
        .Description("Deploy a release that passed staging, by version or digest, to the named environment; nothing is rebuilt")
        .Requires(() => PromotedRelease)
        .Requires(() => Reason)
        .Executes(async () =>
        {
            var environment = DeliveryEnvironment == DeliveryEnvironment.Staging ? "staging" : "production";
            var target = Target(environment);
            var release = await Promotion.FindAsync(new Ledger(target.Store, "staging"), "staging", PromotedRelease, Interruption.Token);
            Say(await Deployment(environment).RunAsync(release, backUp: environment == "production", cancellation: Interruption.Token));
        });

    Target Rollback => _ => _
        .Description("Deploy the last good release before the one that serves (local: production's)")
        .Executes(async () =>
        {
            var environment = DeliveryEnvironment == DeliveryEnvironment.Staging ? "staging" : "production";
            var former = await Promotion.FormerAsync(Target(environment).Ledger, environment, Interruption.Token);
            Say(await Deployment(environment).RunAsync(former, backUp: false, isRollback: true, Interruption.Token));
        });

    private Deployment Deployment(string environment) =>
        new(Target(environment), LoadApplication().Smoke, ArtifactsDirectory / "smoke" / environment, Log.Information) { Reason = Reason };

    private void Say(DeploymentRecord record)
    {
        Log.Information("{Environment} serves {Version} ({Digest})", record.Environment, record.Release.Version, record.Release.Artifact.Digest.Prefix);
        ReportSummary(_ => { _["Serves"] = record.Release.Version; _["Record"] = record.Sequence.ToString(); return _; });
    }
}
