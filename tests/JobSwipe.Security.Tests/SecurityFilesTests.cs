using System.Text.Json;
using JobSwipe.Releases;
using JobSwipe.Security.Gate;
using JobSwipe.Security.Output;
using JobSwipe.Security.Reports;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>What people write, and what the gate writes.</summary>
public sealed class SecurityFilesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Digest Digest = Digest.Of("release"u8);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private IObjectStore Store => new DirectoryObjectStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": "because", "expires": "2026-08-30" }]""", null)]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": "because", "expires": "2026-08-31" }]""", "the latest day allowed is 2026-08-30")]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": " ", "expires": "2026-06-30" }]""", "its reason is empty")]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": "because" }]""", "expires")]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": "because", "expires": "next week" }]""", "expires")]
    [InlineData("""[{ "id": "CVE-1", "scope": "*", "owner": "ada", "reason": "because", "expires": "2026-06-30", "until": "ever" }]""", "until")]
    [InlineData("{}", "not what it should be")]
    public void Takes_only_waivers_that_say_everything(string text, string? why)
    {
        var load = () => WaiverFile.Load(Write("waivers.json", text), SecurityPolicy.Default, Now);

        if (why is null) load().Count.ShouldBe(1);
        else Should.Throw<DeliveryError>(load).Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("""{ "blockFrom": "critical", "newOnly": true, "daysToFix": { "high": 14 } }""", null)]
    [InlineData("""{ "blockfrm": "critical" }""", "blockfrm")]
    [InlineData("""{ "blockFrom": "severe" }""", "blockFrom")]
    [InlineData("""{ "waiverDays": 365 }""", "it is 1 to 90")]
    [InlineData("""{ "blockFrom": "unknown" }""", "blockFrom is unknown")]
    public void Takes_only_a_policy_that_it_understands(string text, string? why)
    {
        var load = () => SecurityPolicy.Load(Write("policy.json", text));

        if (why is null) load().BlockFrom.ShouldBe(Severity.Critical);
        else Should.Throw<DeliveryError>(load).Message.ShouldContain(why);
    }

    [Fact]
    public void Reads_the_catalog_of_exploited_vulnerabilities()
    {
        var known = KnownExploited.Load(Write("kev.json", """{ "title": "t", "catalogVersion": "2026.05.01", "dateReleased": "2026-05-01T10:00:00.0000Z", "count": 1, "vulnerabilities": [{ "cveID": "CVE-2021-44228", "vendorProject": "Apache" }] }"""));

        known.Ids.ShouldBe(["CVE-2021-44228"]);
        known.Released.ShouldBe(new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero));
        Should.Throw<ReportInvalid>(() => KnownExploited.Load(Write("empty.json", """{ "vulnerabilities": [] }""")));
    }

    [Fact]
    public void Reads_scores_of_exploitation()
    {
        var file = Write("epss.csv", "#model_version:v2025.03.14,score_date:2026-05-01T12:00:00Z\ncve,epss,percentile\nCVE-1,0.5,0.99\nCVE-2,0.1,0.5\n");

        Epss.Load(file, new HashSet<string> { "CVE-1" }).Scores.ShouldBe(new Dictionary<string, double> { ["CVE-1"] = 0.5 });
        Should.Throw<ReportInvalid>(() => Epss.Load(Write("bad.csv", "cve\n"), new HashSet<string>()));
        Should.Throw<ReportInvalid>(() => Epss.Load(Write("bad.csv.gz", "no gzip"), new HashSet<string>()));
    }

    [Fact]
    public void Writes_what_others_read()
    {
        var report = Report();
        var history = new SecurityHistory().With(report);

        SecurityFiles.Write(report, history, _folder.Path);

        var sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "findings.sarif"))).RootElement;
        sarif.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(report.Findings.Count);
        SarifReport.Parse(File.OpenRead(Path.Combine(_folder.Path, "findings.sarif")), "own").Count.ShouldBe(report.Findings.Count);
        File.ReadAllText(Path.Combine(_folder.Path, "security.prom")).ShouldContain("security_findings{tool=\"trivy\",severity=\"critical\",state=\"blocking\"} 2");
        SecurityFiles.Read(_folder.Path).Findings.Count.ShouldBe(report.Findings.Count);
    }

    [Fact]
    public async Task Remembers_when_findings_were_first_seen()
    {
        await SecurityHistory.AppendAsync(Store, Report(), TestContext.Current.CancellationToken);
        var history = await SecurityHistory.LoadAsync(Store, TestContext.Current.CancellationToken);

        var later = SecurityGate.Judge(new GateInput { Scans = Scans(Now.AddDays(3)), FirstSeen = history.FirstSeen, Now = Now.AddDays(3) });

        later.Findings.ShouldAllBe(item => item.Finding.FirstSeen == Now);
        (await SecurityHistory.AppendAsync(Store, later, TestContext.Current.CancellationToken)).Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_release_needs_a_verdict_that_passed()
    {
        (await Refusal()).ShouldContain("no verdict");
        (await SecurityVerdict.RequireAsync(Store, Digest, lenient: true, cancellation: TestContext.Current.CancellationToken)).ShouldBe("no verdict; allowed on this machine");

        await StoreAsync(Report());
        (await Refusal()).ShouldContain("stopped by");

        var clean = SecurityGate.Judge(new GateInput { Scans = [ScanResult.Of("trivy", []) with { At = Now }], Now = Now });
        await StoreAsync(clean);
        (await SecurityVerdict.RequireAsync(Store, Digest, now: Now, cancellation: TestContext.Current.CancellationToken)).ShouldBe("passed on 2026-06-01 12:00 UTC");
        (await Refusal(Now.AddDays(15))).ShouldContain("15 days old");

        await StoreAsync(SecurityGate.Judge(new GateInput { Scans = [ScanResult.NotRun("trivy", "it is not here")], Now = Now }));
        (await Refusal()).ShouldContain("trivy: not run");
        (await SecurityVerdict.RequireAsync(Store, Digest, lenient: true, now: Now, cancellation: TestContext.Current.CancellationToken)).ShouldContain("allowed on this machine");

        Task StoreAsync(GateReport report) => SecurityVerdict.StoreAsync(Store, Digest, report, TestContext.Current.CancellationToken);

        async Task<string> Refusal(DateTimeOffset? at = null) =>
            (await Should.ThrowAsync<SecurityNotProved>(() => SecurityVerdict.RequireAsync(Store, Digest, now: at ?? Now, cancellation: TestContext.Current.CancellationToken))).Message;
    }

    [Fact]
    public void A_result_that_cannot_be_read_is_a_scanner_error()
    {
        Write("bandit.result.json", "{ \"tool\": ");
        new ScanFolder(_folder.Path).Keep(ScanResult.Of("trivy", RealReports.Parse("trivy/pip.json")));

        new ScanFolder(_folder.Path).Read().Select(result => (result.Tool, result.Outcome)).ShouldBe([("bandit", ScanOutcome.ScannerError), ("trivy", ScanOutcome.Blocked)]);
    }

    [Fact]
    public void A_fingerprint_does_not_know_where_a_clone_lies()
    {
        var finding = new Finding { Tool = "bandit", Kind = FindingKind.Code, Rule = "B602", Path = "/clone/src/app.py", Severity = Severity.High };

        var kept = new ScanFolder(_folder.Path, "/clone").Keep(ScanResult.Of("bandit", [finding])).Found[0];

        kept.Fingerprint.ShouldBe((finding with { Path = "src/app.py" }).Fingerprint);
    }

    private static GateReport Report() => SecurityGate.Judge(new GateInput { Scans = Scans(Now), Now = Now });

    private static IReadOnlyList<ScanResult> Scans(DateTimeOffset at) => [ScanResult.Of("trivy", RealReports.Parse("trivy/misconfigurations_and_secrets.json")) with { At = at }];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
