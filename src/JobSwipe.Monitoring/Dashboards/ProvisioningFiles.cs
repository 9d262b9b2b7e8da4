using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Dashboards;

/// <summary>What Grafana is given at its start (grafana.com, provisioning).</summary>
public static class ProvisioningFiles
{
    /// <summary>The one data source.</summary>
    public static string DataSources() => Yaml(Map(("apiVersion", 1), ("datasources", List(Map(
        ("name", "Prometheus"), ("uid", "prometheus"), ("type", "prometheus"), ("access", "proxy"), ("url", "http://jobswipe-prometheus.internal:9090"), ("isDefault", true), ("editable", false))))));

    /// <summary>Where the dashboards lie.</summary>
    public static string Providers() => Yaml(Map(("apiVersion", 1), ("providers", List(Map(
        ("name", "jobswipe"), ("folder", "JobSwipe"), ("type", "file"), ("disableDeletion", true), ("allowUiUpdates", false), ("options", Map(("path", "/etc/grafana/dashboards"))))))));

    private static string Yaml(object document) => Write(document);
}
