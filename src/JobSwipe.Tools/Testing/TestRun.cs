using System.Diagnostics;
using System.Text.Json;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Testing;

/// <summary>Runs xunit.v3 test programs, some at a time, and adds up what their reports say (CTRF, ctrf.io).</summary>
/// <param name="resultsFolder">Where the reports go.</param>
/// <param name="say">Told one line for each program, and the failures.</param>
public sealed class TestRun(string resultsFolder, Action<string> say)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>Runs the programs. A program that ends without a report counts as one failed test.</summary>
    /// <param name="programs">Paths of the test programs; long ones first.</param>
    /// <param name="atOnce">How many run at the same time.</param>
    /// <param name="cancellation">Kills those that run.</param>
    public async Task<TestCounts> RunAsync(IReadOnlyList<string> programs, int atOnce, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(resultsFolder);
        var total = new TestCounts(0, 0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(programs, options, async (program, token) =>
        {
            var counts = await RunOneAsync(program, token);
            lock (options) total += counts;
        });
        return total;
    }

    private async Task<TestCounts> RunOneAsync(string program, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(program);
        var report = Path.Combine(resultsFolder, name + ".ctrf.json");
        // A report of a former run must not be taken for this one's.
        File.Delete(report);
        var clock = Stopwatch.StartNew();
        string[] arguments = ["exec", program, "--report-xunit-ctrf", "--report-xunit-ctrf-filename", Path.GetFileName(report),
            "--results-directory", resultsFolder, "--progress", "off", "--no-ansi", "--timeout", $"{Longest.TotalMinutes:0}m"];
        // A shell's background job ignores Ctrl+C, and so does all that it starts: a test that interrupts a program would wait for ever.
        var command = OperatingSystem.IsLinux() ? new Command("env", ["--default-signal=INT", "dotnet", .. arguments]) : new Command("dotnet", arguments);
        var result = await command.RunAsync(cancellation);
        if (!File.Exists(report))
        {
            say($"✗ {name} ended with exit code {result.ExitCode} and without a report:{Environment.NewLine}{result.Output}{result.Error}");
            return new TestCounts(0, 1, 0);
        }
        var counts = Read(report, name);
        say($"{(counts.Failed == 0 ? "✓" : "✗")} {name,-30} {counts.Passed,4} passed {counts.Failed,3} failed {counts.Skipped,3} skipped {clock.Elapsed.TotalSeconds,6:0.0} s");
        // A crash after the last test leaves a report without failures.
        return result.ExitCode != 0 && counts.Failed == 0 ? Crashed(name, counts, result) : counts;
    }

    private TestCounts Crashed(string name, TestCounts counts, CommandResult result)
    {
        say($"✗ {name} ended with exit code {result.ExitCode} although no test failed:{Environment.NewLine}{result.Output}{result.Error}");
        return counts with { Failed = 1 };
    }

    private TestCounts Read(string report, string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        var counts = new TestCounts(0, 0, 0);
        foreach (var test in json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray())
        {
            var status = test.GetProperty("status").GetString();
            counts += status switch { "passed" => new TestCounts(1, 0, 0), "skipped" => new TestCounts(0, 0, 1), _ => new TestCounts(0, 1, 0) };
            if (status == "passed") continue;
            say($"  {(status == "skipped" ? "○" : "✗")} {test.GetProperty("name").GetString()}{Text(test, "message")}{(status == "skipped" ? "" : Text(test, "trace"))}");
        }
        return counts == new TestCounts(0, 0, 0) ? throw new DeliveryError($"{name} ran no test.", "Give the project a test, or remove it.") : counts;
    }

    private static string Text(JsonElement test, string name) => test.TryGetProperty(name, out var text) && text.GetString() is { Length: > 0 } value
        ? string.Concat(value.TrimEnd().Split('\n').Select(line => $"{Environment.NewLine}      {line.TrimEnd()}"))
        : "";
}

/// <summary>How tests ended.</summary>
public readonly record struct TestCounts(int Passed, int Failed, int Skipped)
{
    /// <summary>The sum.</summary>
    public static TestCounts operator +(TestCounts one, TestCounts other) => Add(one, other);

    /// <summary>The sum.</summary>
    public static TestCounts Add(TestCounts one, TestCounts other) => new(one.Passed + other.Passed, one.Failed + other.Failed, one.Skipped + other.Skipped);

    /// <summary>The line that CI reads.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
