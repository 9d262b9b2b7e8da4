using JobSwipe.Security.Scanners;

namespace JobSwipe.Security.Tests;

public sealed class ReportParsingTests
{
    [Theory]
    [InlineData("trivy/pip.json", 2)]
    [InlineData("trivy/all_statuses.json", 8)]
    [InlineData("trivy/issue_9333.json", 13)]
    [InlineData("trivy/misconfigurations_and_secrets.json", 5)]
    [InlineData("gitleaks/gitleaks8_many.json", 4)]
    [InlineData("osv-scanner/many_findings.json", 66)]
    [InlineData("pip-audit/many_vulns_new.json", 8)]
    // One package that it could not look at.
    [InlineData("pip-audit/zero_vulns_new.json", 1)]
    [InlineData("bandit/dd.json", 47)]
    [InlineData("semgrep/many_vulns.json", 48)]
    [InlineData("sarif/alpine-310.sarif", 4)]
    [InlineData("sarif/gitleaks_7.5.0.sarif", 8)]
    [InlineData("sarif/taint-python-report.sarif", 11)]
    // Its only result is suppressed.
    [InlineData("sarif/appendix_k.sarif", 0)]
    public void Reads_every_finding_of_real_reports(string report, int count) => RealReports.Parse(report).Count.ShouldBe(count);

    [Theory]
    [InlineData("trivy/issue_9170.json", "schema version 2")]
    [InlineData("gitleaks/redacted_data_many.json", "version 7")]
    public void Refuses_reports_of_another_shape(string report, string why) => Should.Throw<ReportInvalid>(() => RealReports.Parse(report)).Message.ShouldContain(why);

    [Fact]
    public void Reads_what_Trivy_says_of_a_vulnerability()
    {
        var finding = RealReports.Parse("trivy/pip.json")[0];

        (finding.Rule, finding.Package, finding.Version, finding.FixedVersion, finding.Path, finding.Severity)
            .ShouldBe(("CVE-2019-14806", "Werkzeug", "0.11", "0.15.3", "requirements.txt", Severity.High));
        finding.Cvss.ShouldBe(7.5);
    }

    [Fact]
    public void Finds_a_container_that_runs_as_root() => RealReports.Parse("trivy/misconfigurations_and_secrets.json")
        .ShouldContain(finding => finding.Kind == FindingKind.Misconfiguration && finding.Rule == "DS002" && finding.Path == "Dockerfile");

    [Fact]
    public void Reads_what_osv_scanner_says_of_a_vulnerability()
    {
        var finding = RealReports.Parse("osv-scanner/many_findings.json")[0];

        (finding.Rule, finding.Package, finding.Version, finding.FixedVersion, finding.Severity, finding.Cvss)
            .ShouldBe(("GHSA-25mq-v84q-4j7r", "guzzlehttp/guzzle", "6.3.3", "6.5.8", Severity.High, 7.7));
        finding.Aliases.ShouldBe(["CVE-2022-31090"]);
    }

    [Fact]
    public void Shows_what_pip_audit_did_not_look_at() => RealReports.Parse("pip-audit/many_vulns_new.json")
        .Single(finding => finding.Kind == FindingKind.Unchecked).Package.ShouldBe("azure-devops");

    [Theory]
    [InlineData("trivy/", """{ "SchemaVersion": 2, "ArtifactName": "clean" }""")]
    [InlineData("gitleaks/", "[]")]
    [InlineData("osv-scanner/", """{ "results": [] }""")]
    [InlineData("pip-audit/", """{ "dependencies": [], "fixes": [] }""")]
    [InlineData("semgrep/", """{ "results": [], "errors": [], "paths": {}, "version": "1" }""")]
    public void Reads_a_clean_report(string tool, string report) => RealReports.Parse(tool, RealReports.Text(report)).ShouldBeEmpty();

    [Theory]
    [InlineData("trivy/"), InlineData("gitleaks/"), InlineData("osv-scanner/"), InlineData("pip-audit/"), InlineData("bandit/"), InlineData("semgrep/"), InlineData("sarif/")]
    public void Takes_nothing_else_for_a_clean_report(string tool)
    {
        foreach (var report in new[] { "", " ", "null", "{}", "1", "\"x\"", "[[]]", "[1]", "{\"a\":1}", "{\"results\":{}}", "{\"Results\":3,\"SchemaVersion\":2}", new string('[', 5000), "{} {}", "\uFEFF{" })
            Should.Throw<ReportInvalid>(() => RealReports.Parse(tool, RealReports.Text(report)), report);
    }

    [Fact]
    public void Reads_vulnerable_packages_of_dotnet()
    {
        const string Report = """
            { "version": 1, "parameters": "--vulnerable", "sources": ["https://example.invalid/index.json"], "projects": [
              { "path": "/a/a.csproj", "frameworks": [{ "framework": "net10.0", "topLevelPackages": [{ "id": "A.B", "requestedVersion": "1.0.0", "resolvedVersion": "1.0.0",
                "vulnerabilities": [{ "severity": "High", "advisoryurl": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc" }] }] }] },
              { "path": "/b/b.csproj" } ] }
            """;

        var finding = new DotnetPackages("x.sln").Parse(RealReports.Text(Report)).ShouldHaveSingleItem();

        (finding.Rule, finding.Package, finding.Severity).ShouldBe(("GHSA-aaaa-bbbb-cccc", "A.B", Severity.High));
    }

    [Fact]
    public void Takes_problems_of_dotnet_for_an_error() => Should.Throw<ReportInvalid>(() => new DotnetPackages("x.sln").Parse(RealReports.Text(
        """{ "version": 1, "problems": [{ "level": "error", "text": "no assets file was found" }], "projects": [] }"""))).Message.ShouldContain("no assets file");

    [Fact]
    public void Reads_packages_of_Dart_that_an_advisory_names() => new DartOutdated("app").Parse(RealReports.Text("""
        { "packages": [{ "package": "http", "kind": "direct", "isDiscontinued": false, "isCurrentAffectedByAdvisory": true, "current": { "version": "0.13.0" }, "resolvable": { "version": "1.2.0" } },
                       { "package": "path", "isCurrentAffectedByAdvisory": false, "current": { "version": "1.8.0" } }] }
        """)).ShouldHaveSingleItem().FixedVersion.ShouldBe("1.2.0");

    [Fact]
    public void Keeps_no_password_that_Bandit_prints() => new Bandit("src").Parse(RealReports.Text(
        """{ "errors": [], "results": [{ "test_id": "B105", "filename": "a.py", "issue_severity": "LOW", "issue_text": "Possible hardcoded password: 'planted'" }] }"""))
        .ShouldHaveSingleItem().ToString().ShouldNotContain("planted");

    [Fact]
    public void Lets_no_control_character_and_no_script_through()
    {
        var finding = RealReports.Parse("semgrep/", RealReports.Text(
            """{ "results": [{ "check_id": "a\u001b[31m", "path": "../../etc/passwd", "extra": { "severity": "ERROR", "message": "a\nb", "metadata": { "source": "javascript:alert(1)" } } }] }"""))[0];

        finding.Rule.ShouldNotContain("\u001b");
        finding.Title.ShouldBe("a b");
        finding.Link.ShouldBeNull();
    }

    [Fact]
    public void Reads_a_report_of_any_length_with_little_memory()
    {
        using var report = new LongReport(60_000_000);
        var before = GC.GetTotalAllocatedBytes();

        new TrivyImage("image").Parse(report).ShouldBeEmpty();

        report.Length.ShouldBeGreaterThan(60_000_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(50_000_000);
    }
}
