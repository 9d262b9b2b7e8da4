using JobSwipe.Benchmarks;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Components;
using Serilog;

namespace Components;

interface IBenchmark : IHazArtifacts, IHasTools
{
    [Parameter("Which measurements: engine, lint, migrations, backups, releases, security, monitoring")]
    string Suite => TryGetValue(() => Suite) ?? "engine";

    Target Benchmark => _ => _
        .Description("Measure what the build promises, each beside its peer; fails when a limit is missed")
        .Executes(async () =>
        {
            await Installer.EnsureAsync(Suites.Tools(Suite), InstallTools, Log.Information, Interruption.Token);
            var suite = Suites.Run(Suite, new BenchmarkSettings(RootDirectory, BuildAssemblyDirectory, TemporaryDirectory / "benchmarks", line => Log.Information("{Line}", line)));
            foreach (var line in suite.Table()) Log.Information("{Line}", line);
            Log.Information("{File}", suite.Save(ArtifactsDirectory / "benchmarks"));
            suite.RequireLimits();
        });

    Target Nothing => _ => _
        .Description("Do nothing, to be measured")
        .Unlisted()
        .Executes(() => { });
}
