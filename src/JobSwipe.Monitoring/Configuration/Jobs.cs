namespace JobSwipe.Monitoring.Configuration;

/// <summary>The names of what is scraped.</summary>
public static class Jobs
{
    public const string Api = "api";
    public const string Postgres = "postgres";
    public const string Node = "node";
    public const string Redis = "redis";
    public const string Pushed = "pushed";
    public const string Fly = "fly";
    public const string ProbePublic = "probe-public";
    public const string ProbeOutside = "probe-outside";
    public const string Prometheus = "prometheus";
    public const string Alertmanager = "alertmanager";

    /// <summary>Those that must always be there.</summary>
    public static IReadOnlyList<string> Always { get; } = [Api, Postgres, Node, Redis, Pushed, Fly, ProbePublic, ProbeOutside, Prometheus, Alertmanager];

    /// <summary>Those whose loss blinds, but hurts no user.</summary>
    public const string Exporters = "node|redis|pushed|postgres|fly|alertmanager";
}
