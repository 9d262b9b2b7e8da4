namespace JobSwipe.Monitoring.Configuration;

/// <summary>What is scraped, and where messages go: production's private network, or this machine's loopback.</summary>
public sealed record Topology
{
    /// <summary>What is scraped.</summary>
    public required IReadOnlyList<ScrapeJob> Jobs { get; init; }

    /// <summary>Alertmanager's address, <c>host:port</c>.</summary>
    public required string Alertmanager { get; init; }

    /// <summary>The rules' paths, with a star.</summary>
    public required string RulesFile { get; init; }

    /// <summary>Where Alertmanager's files with secrets lie.</summary>
    public required string SecretsFolder { get; init; }

    /// <summary>Where mail goes.</summary>
    public required MailRoute Mail { get; init; }

    /// <summary>Whether mail must be encrypted; only a server on loopback need not.</summary>
    public bool SmtpTls { get; init; } = true;
}

/// <summary>One thing that is scraped.</summary>
public sealed record ScrapeJob
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Addresses; empty when <see cref="Dns"/> finds them.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>A name of which every AAAA record is a target, and the port.</summary>
    public (string Name, int Port)? Dns { get; init; }

    /// <summary>The path.</summary>
    public string Path { get; init; } = "/metrics";

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The query.</summary>
    public IReadOnlyDictionary<string, string[]> Query { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Whether labels that a target gives itself win: of a federation or a push gateway.</summary>
    public bool HonorLabels { get; init; }

    /// <summary>The scheme of the Authorization header, and the file that holds the token.</summary>
    public (string Type, string File)? Authorization { get; init; }

    /// <summary>The blackbox exporter that asks the targets.</summary>
    public string? Prober { get; init; }

    /// <summary>The shortest interval that the target bears.</summary>
    public TimeSpan AtLeast { get; init; }
}
