using YamlDotNet.RepresentationModel;

namespace JobSwipe.Releases.Inspection;

/// <summary>Prometheus' and Alertmanager's files, told by what is in them.</summary>
internal sealed class MonitoringFiles
{
    private static readonly string[] Foreign =
        ["up", "ALERTS", "ALERTS_FOR_STATE", "absent", "scrape_", "prometheus_", "alertmanager_", "probe_", "process_", "python_", "go_", "node_", "container_", "kube_", "machine_", "cadvisor_", "pg_", "redis_", "fly_", "promhttp_", "http_", "pushgateway_", "nginx_", "traefik_", "ollama_", "minio_", "flower_"];

    public MonitoringFiles(InspectedFolder at)
    {
        Configs = [.. at.Yaml.Where(yaml => yaml.Root.Get("scrape_configs") is not null)];
        Alertmanagers = [.. at.Yaml.Where(yaml => yaml.Root.Get("route") is not null && yaml.Root.Get("receivers") is not null)];
        Rules = [.. at.Yaml.SelectMany(RulesIn)];
    }

    public IReadOnlyList<YamlFile> Configs { get; }

    public IReadOnlyList<YamlFile> Alertmanagers { get; }

    /// <summary>Alerts and recording rules.</summary>
    public IReadOnlyList<PromRule> Rules { get; }

    public IEnumerable<PromRule> Alerts => Rules.Where(rule => rule.IsAlert);

    /// <summary>Whether a series can come from elsewhere than the backend: an exporter, Prometheus itself, a recording rule.</summary>
    public bool IsForeign(string series) => series.Contains(':', StringComparison.Ordinal) || Rules.Any(rule => !rule.IsAlert && rule.Name == series)
        || Foreign.Any(name => name.EndsWith('_') ? series.StartsWith(name, StringComparison.Ordinal) : series == name);

    private static IEnumerable<PromRule> RulesIn(YamlFile yaml) =>
        from section in yaml.Root.Get("groups").Each()
        from rule in section.Get("rules").Each()
        let expression = rule.Get("expr") as YamlScalarNode
        let name = rule.Get("alert").Text() ?? rule.Get("record").Text()
        where expression?.Value is not null && name is not null
        select new PromRule(yaml.File, expression.Line(), name!, rule.Get("alert") is not null, expression.Value!, rule);
}

/// <summary>An alert or a recording rule.</summary>
internal sealed record PromRule(SourceFile File, int Line, string Name, bool IsAlert, string Expression, YamlNode Node);
