namespace JobSwipe.Monitoring.Catalogue;

/// <summary>A label's name. Only those that are listed here can be named in a rule or panel: a misspelt one does not compile.</summary>
public sealed record Label(string Name)
{
    // Every series gets these when it is scraped.
    public static Label Job { get; } = new("job");
    public static Label Instance { get; } = new("instance");

    // Prometheus' own series.
    public static Label AlertName { get; } = new("alertname");
    public static Label AlertState { get; } = new("alertstate");
    public static Label Bucket { get; } = new("le");
    public static Label Integration { get; } = new("integration");
    public static Label Reason { get; } = new("reason");
    public static Label RuleGroup { get; } = new("rule_group");
    public static Label Slice { get; } = new("slice");
    public static Label Quantile { get; } = new("quantile");

    // What the rules put on their alerts and records.
    public static Label Severity { get; } = new("severity");
    public static Label Service { get; } = new("service");
    public static Label Subject { get; } = new("subject");
    public static Label Tier { get; } = new("tier");
    public static Label Slo { get; } = new("slo");

    // The application's.
    public static Label Method { get; } = new("method");
    public static Label Endpoint { get; } = new("endpoint");
    public static Label StatusCode { get; } = new("status_code");
    public static Label Status { get; } = new("status");
    public static Label Component { get; } = new("component");
    public static Label Provider { get; } = new("provider");
    public static Label TokenType { get; } = new("token_type");
    public static Label Result { get; } = new("result");
    public static Label ScoreRange { get; } = new("score_range");
    public static Label EventType { get; } = new("event_type");
    public static Label ErrorType { get; } = new("error_type");
    public static Label ExceptionType { get; } = new("exception_type");
    public static Label QueryType { get; } = new("query_type");

    // The exporters'.
    public static Label Cpu { get; } = new("cpu");
    public static Label Mode { get; } = new("mode");
    public static Label Device { get; } = new("device");
    public static Label FileSystemType { get; } = new("fstype");
    public static Label MountPoint { get; } = new("mountpoint");
    public static Label DatabaseName { get; } = new("datname");
    public static Label DatabaseId { get; } = new("datid");
    public static Label Server { get; } = new("server");
    public static Label State { get; } = new("state");
    public static Label Database { get; } = new("db");
    public static Label Key { get; } = new("key");

    // This build's.
    public static Label Environment { get; } = new("environment");
    public static Label Tool { get; } = new("tool");

    // Fly's.
    public static Label App { get; } = new("app");
    public static Label Region { get; } = new("region");
    public static Label Host { get; } = new("host");
    public static Label CpuId { get; } = new("cpu_id");
    public static Label Minutes { get; } = new("minutes");
    public static Label ServerName { get; } = new("servername");
    public static Label VolumeId { get; } = new("id");

    /// <summary>The label has this value.</summary>
    public LabelMatch Is(string value) => new(this, "=", value);

    /// <summary>The label has another value.</summary>
    public LabelMatch IsNot(string value) => new(this, "!=", value);

    /// <summary>The whole value matches a regular expression (RE2).</summary>
    public LabelMatch Matches(string pattern) => new(this, "=~", pattern);

    /// <summary>The whole value does not match it.</summary>
    public LabelMatch MatchesNot(string pattern) => new(this, "!~", pattern);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One condition of a selector.</summary>
public sealed record LabelMatch(Label Label, string Operator, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Label.Name}{Operator}\"{Value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
