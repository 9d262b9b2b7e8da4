using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Testing;

/// <summary>Tests rules, routes and configurations with Prometheus' own tools.</summary>
public static class MonitoringTest
{
    /// <summary>Runs all tests on freshly generated files.</summary>
    /// <param name="say">Told each test and its result.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MonitoringTestFailed">Some failed; all of them are in the message.</exception>
    /// <exception cref="ToolsMissing">Prometheus or Alertmanager is not on this machine.</exception>
    public static async Task<int> RunAsync(Action<string> say, CancellationToken cancellation = default)
    {
        var promtool = ExternalTool.Promtool.Require();
        var amtool = ExternalTool.Amtool.Require();
        using var folder = TemporaryFolder.Create("jsmon");
        foreach (var (path, text) in GeneratedFiles.All().Where(file => file.Key.StartsWith(".github/monitoring/", StringComparison.Ordinal)))
        {
            var file = Path.Combine(folder.Path, path[".github/monitoring/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancellation);
        }
        var alertmanager = Path.Combine(folder.Path, "alertmanager.yml");
        var alerts = AlertBook.At(Pace.Production).Alerts.ToArray();
        var tests = new List<(string Name, Command Command)>
        {
            ("rules are valid", new Command(promtool, PromtoolSettings.CheckRules(Files("rules")))),
            ("prometheus.yml is valid", new Command(promtool, PromtoolSettings.CheckConfig(Path.Combine(folder.Path, "prometheus.yml")))),
            ($"{alerts.Length} alerts fire and are quiet when they should", new Command(promtool, PromtoolSettings.TestRules(Files("tests")))),
            ("alertmanager.yml is valid", new Command(amtool, AmtoolSettings.CheckConfig(alertmanager))),
        };
        tests.AddRange(alerts.Select(alert => ($"{alert.Name} goes to {Receiver(alert)}", new Command(amtool, AmtoolSettings.TestRoute(alertmanager, Receiver(alert), RouteLabels(alert))))));
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(tests, cancellation, async (test, cancelled) =>
        {
            var (name, command) = test;
            var result = await command.RunAsync(cancelled);
            if (result.ExitCode != 0) failures.Add($"{name}: {string.Join('\n', (result.Error + "\n" + result.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct())}");
        });
        if (!failures.IsEmpty) throw new MonitoringTestFailed([.. failures.Order(StringComparer.Ordinal)]);
        say($"{tests.Count} tests by promtool and amtool passed; {alerts.Length} alerts, each with a test that it fires, one that it is quiet, and one of its route");
        return tests.Count;

        string[] Files(string name) => Directory.GetFiles(Path.Combine(folder.Path, name));
    }

    /// <summary>Who must get an alert.</summary>
    public static string Receiver(Alert alert) => alert.Name == "Watchdog" ? AlertmanagerFile.Deadman : alert.Severity switch
    {
        Severity.Critical => AlertmanagerFile.Page,
        Severity.Warning => AlertmanagerFile.Tell,
        _ => AlertmanagerFile.Nobody,
    };

    private static Dictionary<string, string> RouteLabels(Alert alert) => new(alert.Labels) { ["alertname"] = alert.Name };
}

/// <summary>Monitoring that does not do what it should.</summary>
public sealed class MonitoringTestFailed(IReadOnlyList<string> failures) : DeliveryError(
    $"{failures.Count} tests of the monitoring failed:{string.Concat(failures.Select(failure => $"{Environment.NewLine}  {failure.ReplaceLineEndings($"{Environment.NewLine}    ")}"))}",
    "Mend the alert in src/JobSwipe.Monitoring, then ./build.sh MonitoringGenerate.");
