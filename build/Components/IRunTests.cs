using System.Linq;
using System.Threading.Tasks;
using JobSwipe.Releases.Testing;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using JobSwipe.Tools.Testing;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Components;

interface IRunTests : ICompile, IHasApplication, IHasTools
{
    [Parameter("How many test programs run at the same time; default 2")]
    int TestPrograms => TryGetValue<int?>(() => TestPrograms) ?? 2;

    private AbsolutePath NamedApplication => TryGetValue(() => Application);

    Target Test => _ => _
        .Description("Run all tests; with --application, that application's own: pytest against a PostgreSQL of its own, then Flutter's")
        // An application's tests need nothing of this repository compiled.
        .DependsOn(NamedApplication is null ? [Compile] : [])
        .Produces(ArtifactsDirectory / "test-results" / "*.json")
        .Executes(async () =>
        {
            var counts = NamedApplication is { } application ? await TestApplicationAsync(application) : await TestRepositoryAsync();
            TestCountsLine.Set(counts);
            if (counts.Failed > 0) throw new DeliveryError($"{counts.Failed} tests failed.", NamedApplication is null
                ? "Each is shown above; its program runs alone with: dotnet test --project tests/<project>"
                : $"Each is named above; {ArtifactsDirectory / "application-tests" / "pytest.xml"} has them whole.");
        });

    private async Task<TestCounts> TestRepositoryAsync()
    {
        await Installer.EnsureAsync(ExternalTool.All, InstallTools, Log.Information, Interruption.Token);
        var programs = RootDirectory.GlobFiles($"tests/*.Tests/bin/{Configuration}/net*/*.Tests.dll")
            // The longest first, so that it does not run alone at the end.
            .OrderByDescending(file => file.Name.Contains("EndToEnd")).ThenBy(file => file.Name)
            .Select(file => (string)file).ToArray();
        var counts = await new TestRun(ArtifactsDirectory / "test-results", Log.Information).RunAsync(programs, TestPrograms, Interruption.Token);
        ReportSummary(_ => { _["Tests"] = counts.ToString(); return _; });
        return counts;
    }

    private async Task<TestCounts> TestApplicationAsync(AbsolutePath application)
    {
        await Installer.EnsureAsync([ExternalTool.PostgresServer], InstallTools, Log.Information, Interruption.Token);
        var result = await new ApplicationTestRun(ArtifactsDirectory / "application-tests", Log.Information).RunAsync(application, Interruption.Token);
        Log.Information("pytest: {Counts}, by {Python}", result.Counts, result.Python);
        Log.Information("flutter: {Outcome}", result.Flutter);
        ReportSummary(_ =>
        {
            _["Tests"] = result.Counts.ToString();
            _["Coverage"] = result.Coverage is { } coverage ? $"{coverage * 100:0} %" : "not measured";
            _["Flutter"] = result.Flutter;
            return _;
        });
        return result.Counts;
    }
}
