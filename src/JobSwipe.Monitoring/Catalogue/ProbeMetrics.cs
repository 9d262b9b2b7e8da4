namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the blackbox exporter (prometheus/blackbox_exporter 0.23). Tested against a running one.</summary>
public static class ProbeMetrics
{
    public static Gauge Success { get; } = new("probe_success", "1 when the probe succeeded");
    public static Gauge Seconds { get; } = new("probe_duration_seconds", "How long the probe took");
    public static Gauge CertificateExpiry { get; } = new("probe_ssl_earliest_cert_expiry", "When the first certificate of the chain expires; only of TLS");
    public static Gauge StatusCode { get; } = new("probe_http_status_code", "The answer's status");
}
