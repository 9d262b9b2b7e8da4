using JobSwipe.Releases;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Serilog;

namespace Components;

interface IBuildMobile : IHasApplication
{
    Target FlutterBuild => _ => _
        .Description("Build the mobile app's release artifacts")
        .Executes(async () =>
        {
            var result = await new FlutterProject(Application).BuildAsync(Log.Information, Interruption.Token);
            ReportSummary(_ => { _["Outcome"] = result; return _; });
            Log.Information("{Result}", result);
        });
}
