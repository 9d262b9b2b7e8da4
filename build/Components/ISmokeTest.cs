using System;
using JobSwipe.Releases;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface ISmokeTest : IHasEnvironment
{
    [Parameter("Address to smoke-test, any; default is where the environment answers", Name = "Url")]
    string SmokeUrl => TryGetValue(() => SmokeUrl);

    Target SmokeTest => _ => _
        .Description("Look at a running release as its users do: HTTP and a real browser")
        .After<IDeploy>(x => x.DeployStaging)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(async () =>
        {
            await Installer.EnsureAsync([ExternalTool.Chromium], InstallTools, Log.Information, Interruption.Token);
            var report = await JobSwipe.Releases.Smoke.SmokeTest.RunAsync(
                LoadApplication().Smoke, await UrlAsync(), Version, ArtifactsDirectory / "smoke", TimeSpan.FromSeconds(10), cancellation: Interruption.Token);
            foreach (var check in report.Checks) Log.Information("{Mark} {Check}", check.Failure is null ? "✓" : "✗", check.Name);
            ReportSummary(_ => { _["Checks"] = report.Checks.Count.ToString(); return _; });
            if (!report.Passed) throw new SmokeTestFailed(report);
        });

    // What runs at an address that somebody gives need not be what was built here: unless a version is named, it says its own.
    private string Version => SmokeUrl is null ? Release.Load(ReleaseFile).Version : ReleaseVersion;

    private async System.Threading.Tasks.Task<Uri> UrlAsync()
    {
        if (SmokeUrl is { } url)
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
                : throw new DeliveryError($"'{url}' is not an address.", "Give --url as https://host or http://host:port.");
        var target = Target(DeliveryEnvironment == DeliveryEnvironment.Production ? "production" : "staging");
        return await new Flyctl(target.Platform).UrlAsync(target.Config.App, Interruption.Token);
    }
}
