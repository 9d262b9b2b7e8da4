using JobSwipe.Releases.Smoke;
using JobSwipe.Reports.Sections;
using JobSwipe.Security;
using JobSwipe.Security.Gate;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Reports.Tests.Sections;

public sealed class SecuritySectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_how_to_get_data_when_there_is_none() => SecuritySection.Of(null, new SecurityHistory(), Now).Summary.ShouldContain("./build.sh Trivy");

    [Fact]
    public void Never_says_that_the_goal_is_met_when_a_scanner_did_not_run()
    {
        var section = SecuritySection.Of(Report(0) with { Outcome = ScanOutcome.NotRun, Scans = [ScanResult.NotRun("trivy", "trivy is not on this machine")] }, new SecurityHistory(), Now);

        section.Figures.ShouldNotContain(figure => figure.Name != "older than their days to fix" && figure.IsMet == true);
        section.Summary.ShouldStartWith("Not run");
    }

    [Fact]
    public void Links_every_finding_to_its_source_and_counts_what_was_left_out()
    {
        var table = SecuritySection.Of(Report(600), new SecurityHistory(), Now).Tables.Single(table => table.CanFilter);

        table.Links!.ShouldAllBe(link => link!.StartsWith("https://"));
        (table.Rows.Count, table.Hidden).ShouldBe((500, 100));
    }

    [Fact]
    public async Task A_browser_shows_the_rows_that_hold_what_was_typed()
    {
        var history = new SecurityHistory().With(Report(40) with { At = Now.AddDays(-7) }).With(Report(30));
        var page = ReportPage.Write(new ReportData { Title = "Security", Made = Now, Steps = [], Sections = [SecuritySection.Of(Report(30), history, Now)] }, _folder.Path);
        if (Environment.GetEnvironmentVariable("KEEP_REPORT") is { } kept) File.Copy(page, kept, overwrite: true);
        var journey = new Journey("report", "desktop",
        [
            new() { Open = new Uri(page).AbsoluteUri },
            new() { Fill = "[data-filter]", Text = "package-7 blocking" },
            new() { Expect = ".filter output", Text = "1 of 30 rows" },
        ]);

        var report = await SmokeTest.RunAsync(new SmokePlan([], [journey]), new Uri(page), "1", Path.Combine(_folder.Path, "smoke"), TimeSpan.Zero, cancellation: TestContext.Current.CancellationToken);

        report.Failures.ShouldBeEmpty();
    }

    private static GateReport Report(int count) => new(Now, count == 0 ? ScanOutcome.Passed : ScanOutcome.Blocked, [new ScanResult("trivy", ScanOutcome.Blocked, count, 1, $"{count} findings") { At = Now, Seconds = 3 }],
        [.. Enumerable.Range(0, count).Select(number => new JudgedFinding(
            new Finding
            {
                Tool = "trivy", Kind = FindingKind.Vulnerability, Rule = $"CVE-2026-{number:0000}", Package = $"package-{number}", Version = "1.0", FixedVersion = number % 2 == 0 ? "1.1" : null,
                Path = "requirements.txt", Severity = (Severity)(number % 5), Cvss = number % 10, Link = $"https://avd.aquasec.com/nvd/cve-2026-{number:0000}", FirstSeen = Now.AddDays(-number % 60),
            },
            number < 10 ? FindingState.Blocking : FindingState.Noted, "a fix is there", null, null, null))], []);
}
