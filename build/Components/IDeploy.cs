using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Security.Gate;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IDeploy : IHasEnvironment, IBuildImage
{
    [Parameter("Release to promote or block: its version, or its digest", Name = "Release")]
    string PromotedRelease => TryGetValue(() => PromotedRelease);

    [Parameter("Why; goes into the ledger")]
    string Reason => TryGetValue(() => Reason);

    [Parameter("Print every check and command of a deployment, and do none")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    [Parameter("Why a freeze does not hold for this deployment; goes into the ledger")]
    string FreezeOverride => TryGetValue(() => FreezeOverride);

    [Parameter("Version that may go to production, for a shell without a terminal to ask on")]
    string Approve => TryGetValue(() => Approve);

    FreezeCalendar Freezes() => FreezeCalendar.Load(RootDirectory / ".nuke" / "freezes.json");

    Target DeployStaging => _ => _
        .Description("Deploy the built release to staging")
        .DependsOn<IBuildImage>(x => x.DockerBuild)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(() => DeployBuiltAsync("staging"));

    Target DeployProd => _ => _
        .Description("Deploy the release that passed staging to production: backup, migrate, switch, smoke test")
        .After<IDeploy>(x => x.DeployStaging)
        .After<ISmokeTest>(x => x.SmokeTest)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(() =>
        {
            RequireEnvironment("production");
            return DeployBuiltAsync("production");
        });

    Target Promote => _ => _
        .Description("Deploy a release that passed staging, by version or digest, to the named environment; nothing is rebuilt")
        .Requires(() => PromotedRelease)
        .Requires(() => Reason)
        .Executes(async () =>
        {
            var environment = EnvironmentOr("production");
            var target = Target(environment);
            var release = await Promotion.FindAsync(target.Before, PromotedRelease, Interruption.Token);
            await DeployAsync(target, Request(release));
        });

    Target Rollback => _ => _
        .Description("Deploy the last good release before the one that serves, or --to another (local: production's)")
        .Executes(async () =>
        {
            var environment = EnvironmentOr("production");
            var target = Target(environment);
            var release = To is { } name ? await Promotion.FindAsync(target.Ledger, name, Interruption.Token) : await Promotion.FormerAsync(target.Ledger, Interruption.Token);
            await DeployAsync(target, Request(release) with { IsRollback = true });
        });

    string EnvironmentOr(string local) => DeliveryEnvironment == DeliveryEnvironment.Local ? local : DeliveryEnvironment.ToString().ToLowerInvariant();

    private DeploymentRequest Request(Release release) => new() { Release = release, Reason = Reason, Freezes = Freezes(), FreezeOverride = FreezeOverride };

    private async Task DeployBuiltAsync(string environment)
    {
        // Where to comes first: without it, no release would help.
        var target = Target(environment);
        var release = Release.Load(ReleaseFile);
        // Machines take it from the registry; on this one, from the folder where it was built.
        if (DeliveryEnvironment != DeliveryEnvironment.Local && !DryRun) await PushAsync(release);
        await DeployAsync(target, Request(release));
    }

    private async Task DeployAsync(DeliveryTarget target, DeploymentRequest request)
    {
        var environment = target.Environment;
        var smoke = LoadApplication().Smoke;
        if (environment == "production" && !request.IsRollback) request = request with { BackUp = true, ProvedIn = target.Before, Checks = Checks(target, request.Release) };
        if (DryRun)
        {
            foreach (var step in DeploymentPlan.For(request, target, smoke))
                foreach (var line in step.Lines) Log.Information("{Step,-10} {Line}", step.Name, line);
            return;
        }
        if (environment == "production" && DeliveryEnvironment != DeliveryEnvironment.Local)
            Log.Information("Approved {How}", Approval.Here().Require(request.Release, environment, Approve, Log.Information));
        var record = await new Deployment(target, smoke, ArtifactsDirectory / "smoke" / environment, Log.Information).RunAsync(request, Interruption.Token);
        Log.Information("{Environment} serves {Version} ({Digest})", record.Environment, record.Release.Version, record.Release.Artifact.Digest.Prefix);
        ReportSummary(_ => { _["Serves"] = record.Release.Version; _["Record"] = record.Sequence.ToString(); return _; });
    }

    private Dictionary<string, Func<CancellationToken, Task<string>>> Checks(DeliveryTarget target, Release release)
    {
        var checks = new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            // Scanners cannot be had on every machine: there a verdict may be missing, and the check says so.
            ["security"] = cancellation => SecurityVerdict.RequireAsync(target.Store, release.Artifact.Digest, DeliveryEnvironment == DeliveryEnvironment.Local, cancellation: cancellation),
        };
        // Only GitHub signs, and only its machines can ask without a person's login.
        if (Host is GitHubActions { Repository: { Length: > 0 } repository } && DeliveryEnvironment != DeliveryEnvironment.Local)
            checks["attestation"] = cancellation => new Attestation(repository, ".github/workflows/deliver.yml").RequireAsync(release, cancellation);
        return checks;
    }
}
