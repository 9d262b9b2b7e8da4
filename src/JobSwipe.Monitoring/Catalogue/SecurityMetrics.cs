namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the security gate. Tested against what it writes.</summary>
public static class SecurityMetrics
{
    public static Gauge Findings { get; } = new("security_findings", "Findings by scanner, severity and what the gate says", Label.Tool, Label.Severity, Label.State);
    public static Gauge OldestFinding { get; } = new("security_oldest_finding_age_seconds", "Age of the oldest finding that can be fixed", Label.Severity);
    public static Gauge Overdue { get; } = new("security_overdue_findings", "Findings beyond their days to fix");
    public static Gauge ScannerLastSuccess { get; } = new("security_scanner_last_success_timestamp_seconds", "When a scanner last ran to its end", Label.Tool);
    public static Gauge GatePassed { get; } = new("security_gate_passed", "1 when the gate passed, else 0");
}
