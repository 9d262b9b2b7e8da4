namespace JobSwipe.Monitoring.Configuration;

/// <summary>Production on Fly: private names, and Fly's own metrics by federation.</summary>
public static class ProductionTopology
{
    public const string Secrets = "/etc/monitoring/secrets";
    public const string FlyToken = "fly_token";
    private const string Here = "jobswipe-prometheus.internal";

    /// <summary>The topology of an organization.</summary>
    /// <param name="organization">Its slug; Fly's managed Prometheus has one address for each.</param>
    /// <param name="publicUrl">Where people reach JobSwipe.</param>
    /// <param name="mail">Where mail goes.</param>
    public static Topology For(string organization = "personal", string publicUrl = "https://jobswipe.fly.dev", MailRoute? mail = null) => new()
    {
        Alertmanager = "jobswipe-alertmanager.internal:9093",
        RulesFile = "/etc/monitoring/rules/*.yml",
        SecretsFolder = Secrets,
        Mail = mail ?? MailRoute.Undecided,
        Jobs =
        [
            // Directly, not through Fly's Prometheus: a scrape later would be fifteen seconds later.
            new ScrapeJob { Name = Configuration.Jobs.Api, Dns = ("jobswipe.internal", 8080) },
            new ScrapeJob { Name = Configuration.Jobs.Postgres, Targets = [$"{Here}:9187"] },
            new ScrapeJob { Name = Configuration.Jobs.Redis, Targets = [$"{Here}:9121"] },
            new ScrapeJob { Name = Configuration.Jobs.Node, Targets = [$"{Here}:9100"] },
            new ScrapeJob { Name = Configuration.Jobs.Pushed, Targets = [$"{Here}:9091"], HonorLabels = true },
            new ScrapeJob
            {
                Name = Configuration.Jobs.Fly,
                Scheme = "https",
                Targets = ["api.fly.io"],
                Path = $"/prometheus/{organization}/federate",
                HonorLabels = true,
                Query = new Dictionary<string, string[]> { ["match[]"] = ["{__name__=~\"fly_.*\",app=~\"jobswipe.*\"}"] },
                Authorization = ("FlyV1", $"{Secrets}/{FlyToken}"),
            },
            Probe(Configuration.Jobs.ProbePublic, $"{Here}:9115", $"{publicUrl}/health"),
            Probe(Configuration.Jobs.ProbeOutside, $"{Here}:9115", "http://jobswipe-ollama.internal:11434/", "https://fly.storage.tigris.dev/"),
            new ScrapeJob { Name = Configuration.Jobs.Prometheus, Targets = ["localhost:9090"] },
            new ScrapeJob { Name = Configuration.Jobs.Alertmanager, Targets = ["jobswipe-alertmanager.internal:9093"] },
        ],
    };

    internal static ScrapeJob Probe(string name, string prober, params string[] targets) => new()
    {
        Name = name,
        Path = "/probe",
        Targets = targets,
        Prober = prober,
        Query = new Dictionary<string, string[]> { ["module"] = [name == Configuration.Jobs.ProbePublic ? "http_2xx" : "answers"] },
    };
}
