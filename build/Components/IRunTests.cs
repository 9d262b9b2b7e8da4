using System.Linq;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using JobSwipe.Tools.Testing;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Components;

interface IRunTests : ICompile, IHazArtifacts, IHasTools
{
    [Parameter("How many test programs run at the same time; default 2")]
    int TestPrograms => TryGetValue<int?>(() => TestPrograms) ?? 2;

    Target Test => _ => _
        .Description("Run all tests")
        .DependsOn<ICompile>(x => x.Compile)
        .Produces(ArtifactsDirectory / "test-results" / "*.json")
        .Executes(async () =>
        {
            await Installer.EnsureAsync(ExternalTool.All, InstallTools, Log.Information, Interruption.Token);
            var programs = RootDirectory.GlobFiles($"tests/*.Tests/bin/{Configuration}/net*/*.Tests.dll")
                // The longest first, so that it does not run alone at the end.
                .OrderByDescending(file => file.Name.Contains("EndToEnd")).ThenBy(file => file.Name)
                .Select(file => (string)file).ToArray();
            var counts = await new TestRun(ArtifactsDirectory / "test-results", Log.Information).RunAsync(programs, TestPrograms, Interruption.Token);
            ReportSummary(_ => { _["Tests"] = counts.ToString(); return _; });
            TestCountsLine.Set(counts);
            if (counts.Failed > 0) throw new DeliveryError($"{counts.Failed} tests failed.", "Each is shown above; its program runs alone with: dotnet test --project tests/<project>");
        });
}
