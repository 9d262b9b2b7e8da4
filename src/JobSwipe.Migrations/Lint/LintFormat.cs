namespace JobSwipe.Migrations.Lint;

/// <summary>How findings are written.</summary>
public enum LintFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,
}
