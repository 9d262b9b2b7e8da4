using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Running;

/// <summary>Production's jobs on this machine.</summary>
internal static class LoopbackTopology
{
    public static Topology For(LocalMonitoring stack, int service, int node, int postgres, int blackbox, string folder) => new()
    {
        Alertmanager = stack.AlertmanagerUrl.Authority,
        RulesFile = Path.Combine(folder, "rules", "*.yml"),
        SecretsFolder = folder,
        Mail = MailRoute.Undecided with { Server = $"127.0.0.1:{stack.Inbox.MailPort}", User = null },
        SmtpTls = false,
        Jobs =
        [
            At(Jobs.Api, service),
            // A server that refuses costs the exporter a second; a symptom must wait for that.
            At(Jobs.Postgres, postgres) with { AtLeast = TimeSpan.FromSeconds(2) },
            At(Jobs.Redis, stack.Inbox.Port) with { Path = "/standin/redis" },
            At(Jobs.Node, node),
            At(Jobs.Pushed, stack.Inbox.Port) with { Path = "/standin/pushed", HonorLabels = true },
            At(Jobs.Fly, stack.Inbox.Port) with { Path = "/standin/federate", HonorLabels = true, Authorization = ("FlyV1", Path.Combine(folder, ProductionTopology.FlyToken)) },
            ProductionTopology.Probe(Jobs.ProbePublic, $"127.0.0.1:{blackbox}", $"http://127.0.0.1:{service}/health"),
            ProductionTopology.Probe(Jobs.ProbeOutside, $"127.0.0.1:{blackbox}", $"http://127.0.0.1:{stack.Inbox.Port}/outside"),
            At(Jobs.Prometheus, stack.PrometheusUrl.Port),
            At(Jobs.Alertmanager, stack.AlertmanagerUrl.Port),
        ],
    };

    private static ScrapeJob At(string name, int port) => new() { Name = name, Targets = [$"127.0.0.1:{port}"] };
}
