namespace JobSwipe.Security;

/// <summary>How bad a finding is, in the words of CVSS 3; numbers grow with it.</summary>
public enum Severity
{
    /// <summary>The scanner does not say.</summary>
    Unknown,

    /// <summary>CVSS below 4.</summary>
    Low,

    /// <summary>CVSS below 7; GitHub calls it moderate, SARIF a warning.</summary>
    Medium,

    /// <summary>CVSS below 9.</summary>
    High,

    /// <summary>CVSS from 9.</summary>
    Critical,
}

/// <summary>Reads severities as scanners write them.</summary>
public static class Severities
{
    /// <summary>The severity of a scanner's word; null for a word that nobody knows.</summary>
    public static Severity? Find(string? word) => word?.ToUpperInvariant() switch
    {
        null or "" or "UNKNOWN" or "UNDEFINED" or "NONE" or "NOTE" => Severity.Unknown,
        "LOW" or "NEGLIGIBLE" or "INFO" => Severity.Low,
        "MEDIUM" or "MODERATE" or "WARNING" => Severity.Medium,
        "HIGH" or "ERROR" => Severity.High,
        "CRITICAL" => Severity.Critical,
        _ => null,
    };

    /// <summary>The severity of a CVSS 3 score (specification, table 14).</summary>
    public static Severity Of(double score) => score switch
    {
        >= 9 => Severity.Critical,
        >= 7 => Severity.High,
        >= 4 => Severity.Medium,
        > 0 => Severity.Low,
        _ => Severity.Unknown,
    };
}
