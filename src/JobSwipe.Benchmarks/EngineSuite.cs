using System.Globalization;
using System.Text.RegularExpressions;

namespace JobSwipe.Benchmarks;

/// <summary>The engine: how fast it starts, what memory it takes, how fast it plans, how well it runs targets at once.</summary>
public static partial class EngineSuite
{
    // NUKE 10.1.0, built from source and measured on a machine like this: `dotnet run` of a build that is up to date, and the
    // smallest peak of its no-op build. Its packages cannot be had here, so it cannot run beside ours.
    private const double NukeStart = 3.06;
    private const double NukeMemory = 120;

    private const double StartLimit = 0.25;
    private const double MemoryLimit = 90;
    private const double PlanLimit = 50;

    // One second, and 1.2 for starting threads and the build itself.
    private const double ParallelLimit = 2.2;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings)
    {
        settings.Say("compiling the programs to be measured");
        var empty = SampleBuild.Empty(settings.Work);
        var targets = SampleBuild.Build(settings.Work, settings.Engine, Path.Combine(settings.Root, "build", "CompileAhead.targets"));
        var script = new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"));

        settings.Say("start: help, a target that does nothing, and an empty program in turn");
        var start = Stopwatches.InTurn(settings.Runs, script with { Arguments = [.. script.Arguments, "--help"] }, script with { Arguments = [.. script.Arguments, "Nothing"] }, empty);
        var (help, nothing, nobody) = (Seconds(start[0]), Seconds(start[1]), Seconds(start[2]));

        settings.Say("planning 500 targets");
        var plan = Stopwatches.InTurn(settings.Runs, targets with { Arguments = [.. targets.Arguments, "T499", "--plan", "--verbosity", "verbose"] })[0].Select(Planned).Median();

        settings.Say("8 targets of one second at once");
        var all = Enumerable.Range(0, 8).Select(i => $"Second{i}");
        var parallel = Stopwatches.InTurn(3, targets with { Arguments = [.. targets.Arguments, .. all, "--parallel", "8"] })[0];

        return new Suite("engine",
        [
            new("help, beside an empty program", help, nobody, 4, "s", settings.Runs),
            new("no-op target, beside an empty program", nothing, nobody, 4, "s", settings.Runs),
            new("help, beside NUKE's dotnet run", help, NukeStart, StartLimit / NukeStart, "s", settings.Runs),
            new("no-op target, beside NUKE's dotnet run", nothing, NukeStart, StartLimit / NukeStart, "s", settings.Runs),
            new("peak memory, beside NUKE's", start[1].Select(run => run.Megabytes).Max(), NukeMemory, MemoryLimit / NukeMemory, "MB", settings.Runs),
            new("500 targets planned, beside the time allowed", plan, PlanLimit, 1, "ms", settings.Runs),
            new("8 targets of 1 s at once, beside the ideal", Seconds(parallel), 1, ParallelLimit, "s", parallel.Count),
        ]);
    }

    private static double Seconds(IEnumerable<Run> runs) => runs.Select(run => run.Seconds).Median();

    private static double Planned(Run run) => double.Parse(PlanningTime().Match(run.Output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Planned 500 of \d+ targets in ([\d.]+) ms")]
    private static partial Regex PlanningTime();
}
