using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Dashboards;
using JobSwipe.Monitoring.Fly;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>Every file that is made from this project and committed.</summary>
public static class GeneratedFiles
{
    /// <summary>Path from the repository's root, and text.</summary>
    public static IReadOnlyDictionary<string, string> All()
    {
        var pace = Pace.Production;
        var book = AlertBook.At(pace);
        var topology = ProductionTopology.For();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [".github/monitoring/prometheus.yml"] = PrometheusFile.Write(pace, topology),
            [".github/monitoring/alertmanager.yml"] = AlertmanagerFile.Write(pace, topology),
            [".github/monitoring/queries.yml"] = ExporterFiles.PostgresQueries(),
            [".github/monitoring/blackbox.yml"] = ExporterFiles.Blackbox(),
        };
        files[".github/monitoring/grafana/provisioning/datasources/prometheus.yml"] = ProvisioningFiles.DataSources();
        files[".github/monitoring/grafana/provisioning/dashboards/jobswipe.yml"] = ProvisioningFiles.Providers();
        foreach (var dashboard in AllDashboards.All) files[$".github/monitoring/grafana/dashboards/{dashboard.Uid}.json"] = DashboardFile.Write(dashboard);
        foreach (var (path, text) in FlyApps.Files()) files[$".github/monitoring/fly/{path}"] = text;
        foreach (var group in book.Groups)
        {
            files[$".github/monitoring/rules/{group.Name}.yml"] = RulesFile.Write(group);
            files[$".github/monitoring/tests/{group.Name}.yml"] = RuleTestsFile.Write(group);
        }
        foreach (var runbook in book.Alerts.GroupBy(alert => alert.RunbookName))
            files[$".github/runbooks/{RulesFile.FileName(runbook.Key)}"] = RunbookFile.Write([.. runbook], pace);
        return files;
    }

    /// <summary>Writes them all.</summary>
    /// <returns>Those that changed.</returns>
    public static IReadOnlyList<string> Write(string root)
    {
        var changed = new List<string>();
        foreach (var (path, text) in All())
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && File.ReadAllText(file) == text) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            changed.Add(path);
        }
        return changed;
    }

    /// <summary>Those that are not what comes out, or are not there.</summary>
    public static IReadOnlyList<string> Stale(string root) =>
        [.. All().Where(file => !File.Exists(Path.Combine(root, file.Key)) || File.ReadAllText(Path.Combine(root, file.Key)) != file.Value).Select(file => file.Key)];
}
