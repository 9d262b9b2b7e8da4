namespace JobSwipe.Migrations.Lint.Reports;

/// <summary>Writes a report in any format.</summary>
public static class LintReportWriter
{
    /// <summary>The report as text that ends with a line feed.</summary>
    public static string Write(this LintReport report, LintFormat format) => format switch
    {
        LintFormat.Json => JsonReport.Write(report),
        LintFormat.Sarif => SarifReport.Write(report),
        _ => TextReport.Write(report),
    };
}
