namespace JobSwipe.Security.Tests;

/// <summary>Real reports, broken in every way that chance finds: each is read or refused by name, and nothing else happens.</summary>
public sealed class ReportFuzzTests
{
    // So much is read of each report; the count is bounded by its size, the seed makes it repeatable.
    private const int Bytes = 12_000_000;

    [Theory]
    [InlineData("trivy/misconfigurations_and_secrets.json"), InlineData("trivy/all_statuses.json"), InlineData("gitleaks/gitleaks8_many.json"), InlineData("osv-scanner/many_findings.json")]
    [InlineData("pip-audit/many_vulns_new.json"), InlineData("bandit/dd.json"), InlineData("semgrep/many_vulns.json"), InlineData("sarif/taint-python-report.sarif")]
    public void Reads_or_refuses_broken_reports(string report)
    {
        var whole = File.ReadAllBytes(RealReports.PathOf(report));
        var random = new Random(8);
        for (var count = Math.Min(1500, Bytes / whole.Length); count > 0; count--)
        {
            var broken = Break(whole, random);
            try
            {
                RealReports.Parse(report, new MemoryStream(broken));
            }
            catch (ReportInvalid)
            {
                // As it should be.
            }
        }
    }

    [Theory]
    [InlineData("trivy/misconfigurations_and_secrets.json"), InlineData("gitleaks/gitleaks8_many.json"), InlineData("pip-audit/many_vulns_new.json"), InlineData("sarif/alpine-310.sarif")]
    public void Refuses_a_report_that_is_cut_anywhere(string report)
    {
        var whole = File.ReadAllText(RealReports.PathOf(report)).TrimEnd();
        for (var length = 0; length < whole.Length; length += 37)
            Should.Throw<ReportInvalid>(() => RealReports.Parse(report, RealReports.Text(whole[..length])), $"{length} characters");
    }

    [Theory]
    [InlineData("trivy/misconfigurations_and_secrets.json"), InlineData("gitleaks/gitleaks8_many.json"), InlineData("osv-scanner/many_findings.json"), InlineData("pip-audit/many_vulns_new.json")]
    [InlineData("bandit/dd.json"), InlineData("semgrep/many_vulns.json"), InlineData("sarif/alpine-310.sarif")]
    public void Refuses_a_report_that_is_nested_without_end(string report)
    {
        const int depth = 1_000_000;
        foreach (var opening in new[] { "[", "{\"a\":", "{\"Results\":[", "{\"runs\":[", "{\"results\":[" })
            Should.Throw<ReportInvalid>(() => RealReports.Parse(report, RealReports.Text(string.Concat(Enumerable.Repeat(opening, depth)))), opening);
    }

    private static byte[] Break(byte[] whole, Random random)
    {
        var at = random.Next(whole.Length);
        var length = random.Next(1, Math.Min(200, whole.Length - at + 1));
        byte[] broken = [.. whole];
        switch (random.Next(5))
        {
            case 0: return whole[..at];
            case 1: return [.. whole[..at], .. whole[(at + length)..]];
            case 2: return [.. whole[..(at + length)], .. whole[at..]];
            case 3:
                broken[at] = (byte)random.Next(256);
                return broken;
            default:
                // A value of another type where a text was.
                var quote = Array.IndexOf(broken, (byte)'"', at);
                if (quote >= 0) broken[quote] = (byte)"0[{n-"[random.Next(5)];
                return broken;
        }
    }
}
