using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using JobSwipe.Tools.Testing;

namespace JobSwipe.Releases.Testing;

/// <summary>Runs an application's own tests: pytest against a PostgreSQL server of its own, then Flutter's.</summary>
/// <param name="results">Folder for <c>pytest.xml</c> (JUnit) and <c>coverage.xml</c> (Cobertura).</param>
/// <param name="say">Told what runs, and each failure.</param>
/// <param name="python">The Python to use; null for one that meets the application's pins.</param>
public sealed class ApplicationTestRun(string results, Action<string> say, PythonEnvironment? python = null)
{
    /// <summary>Runs all tests that the folder has.</summary>
    /// <exception cref="ApplicationHasNoTests">There is none.</exception>
    /// <exception cref="PytestBroken">pytest ended without results.</exception>
    public async Task<ApplicationTestResult> RunAsync(string folder, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(folder)) throw new ApplicationInvalid(folder, "the folder does not exist");
        var backend = Directory.Exists(Path.Combine(folder, "backend")) ? Path.Combine(folder, "backend") : folder;
        var hasPython = Directory.Exists(Path.Combine(backend, "tests")) && File.Exists(Path.Combine(backend, "requirements.txt"));
        var flutter = new FlutterProject(folder);
        if (!hasPython && !flutter.Exists) throw new ApplicationHasNoTests(folder);
        Directory.CreateDirectory(results);
        var result = hasPython ? await PytestAsync(backend, cancellation) : new ApplicationTestResult(default, null, "not run: the application has no tests/ beside a requirements.txt", "");
        return result with { Flutter = await flutter.TestAsync(say, cancellation) };
    }

    private async Task<ApplicationTestResult> PytestAsync(string backend, CancellationToken cancellation)
    {
        var requirements = PinnedRequirements.Read(backend);
        var used = python ?? await PythonEnvironment.EnsureAsync(requirements, say, cancellation);
        await using var cluster = await PostgresCluster.StartAsync(cancellation: cancellation);
        var database = await cluster.CreateDatabaseAsync("tests", cancellation);
        var settings = new PytestSettings
        {
            Python = used.Program,
            JUnit = Path.Combine(results, "pytest.xml"),
            Coverage = requirements.Pins.Any(pin => pin.StartsWith("pytest-cov==", StringComparison.OrdinalIgnoreCase)) ? Path.Combine(results, "coverage.xml") : null,
        };
        // Those of a former run must not be taken for this one's.
        File.Delete(settings.JUnit);
        if (settings.Coverage is not null) File.Delete(settings.Coverage);
        var command = new Command(settings.Python, settings.ToArguments())
        {
            WorkingDirectory = backend,
            Environment = new Dictionary<string, string?>
            {
                ["DATABASE_URL"] = database.ToUrlWithPassword(),
                ["PYTHONDONTWRITEBYTECODE"] = "1",
                ["COVERAGE_FILE"] = Path.Combine(results, "coverage.data"),
            },
        };
        var run = await command.RunAsync(cancellation);
        if (!File.Exists(settings.JUnit)) throw new PytestBroken(run);
        var report = JUnitReport.Read(settings.JUnit);
        foreach (var failure in report.Failures) say($"✗ {failure}");
        if (report.Counts == default || (run.ExitCode != 0 && report.Counts.Failed == 0)) throw new PytestBroken(run);
        return new ApplicationTestResult(report.Counts, settings.Coverage is null ? null : JUnitReport.LineCoverage(settings.Coverage), used.Origin, "");
    }
}

/// <summary>How an application's tests ended.</summary>
/// <param name="Counts">pytest's.</param>
/// <param name="Coverage">Covered lines of all, 0 to 1; null when it was not measured.</param>
/// <param name="Python">What ran them.</param>
/// <param name="Flutter">How Flutter's ended.</param>
public sealed record ApplicationTestResult(TestCounts Counts, double? Coverage, string Python, string Flutter);

/// <summary>There is nothing to run.</summary>
public sealed class ApplicationHasNoTests(string folder) : DeliveryError(
    $"The application in '{folder}' has no tests.", "Put pytest's into tests/ beside requirements.txt (or backend/tests), Flutter's into mobile-app/test.");

/// <summary>pytest did not get as far as running tests.</summary>
public sealed class PytestBroken(CommandResult run) : DeliveryError(
    $"pytest ended with exit code {run.ExitCode} and without results: {string.Join(Environment.NewLine, (run.Output + run.Error).Trim().Split('\n').TakeLast(15))}",
    "Correct what it says; the same runs by hand with: python3 -m pytest");
