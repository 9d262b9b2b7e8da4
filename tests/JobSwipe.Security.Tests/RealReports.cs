using System.Text;
using JobSwipe.Security.Reports;
using JobSwipe.Security.Scanners;

namespace JobSwipe.Security.Tests;

/// <summary>The real reports, and the parser of each.</summary>
internal static class RealReports
{
    public static string PathOf(string report) => Path.Combine(AppContext.BaseDirectory, "Reports", report);

    public static IReadOnlyList<Finding> Parse(string report)
    {
        using var stream = File.OpenRead(PathOf(report));
        return Parse(report, stream);
    }

    public static IReadOnlyList<Finding> Parse(string report, Stream stream) => report.Split('/')[0] switch
    {
        "trivy" => new TrivyImage("image").Parse(stream),
        "gitleaks" => new GitleaksHistory("repository").Parse(stream),
        "osv-scanner" => new OsvScanner("requirements.txt").Parse(stream),
        "pip-audit" => new PipAudit("requirements.txt").Parse(stream),
        "bandit" => new Bandit("src").Parse(stream),
        "semgrep" => new Semgrep("src", "rules").Parse(stream),
        _ => SarifReport.Parse(stream, "sarif"),
    };

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
