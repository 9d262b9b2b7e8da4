using JobSwipe.Monitoring.Drill;
using JobSwipe.Releases.Smoke;
using JobSwipe.Reports.Sections;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Reports.Tests.Sections;

public sealed class MonitoringSectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly DrilledFault Killed = new("killed", "ServiceDown", 12, 8.44, 8.6, 5, 1, []);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_how_to_measure_when_nothing_was_measured()
    {
        var section = MonitoringSection.Of(DrillResult.Find(Path.Combine(_folder.Path, "drill.json")));

        section.Summary.ShouldBe("How soon a fault is told was not measured here: ./build.sh DetectionDrill.");
        (section.Figures.Count, section.Plots.Count, section.Tables.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Says_of_each_fault_when_it_was_told_and_whether_that_was_in_time()
    {
        var section = MonitoringSection.Of(Drill(
            Killed,
            Killed with { Fault = "hung", SlackSeconds = 12.5 },
            Killed with { Fault = "slow", SlackSeconds = null, Problems = ["nothing came", "no mail"] },
            Killed with { Fault = "disk", SlackSeconds = null, NotRun = "no root" }));

        section.Tables.Single().Rows.Select(row => string.Join(" | ", row)).ShouldBe(
        [
            "killed | ServiceDown | 8.4 s | 12.0 s | ✓ in time",
            "hung | ServiceDown | 12.5 s | 12.0 s | ✗ too late",
            "slow | ServiceDown | — | 12.0 s | ✗ nothing came; no mail",
            "disk | ServiceDown | — | 12.0 s | ○ not run: no root",
        ]);
        section.Summary.ShouldBe("Drilled at the pace steady on 2026-11-24 12:00 UTC: 1 of 3 faults were told as they must be, 1 not run.");
        section.Figures.Select(figure => (figure.Value, figure.IsMet)).ShouldBe([("10.5 s", false), ("1 of 4", false), ("1 of 1", true)]);
    }

    [Fact]
    public void Calls_nothing_good_that_was_not_injected()
    {
        var section = MonitoringSection.Of(Drill(Killed with { SlackSeconds = null, NotRun = "no root" }) with { Panels = [] });

        section.Figures.ShouldAllBe(figure => figure.IsMet == null);
        section.Plots.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_what_a_drill_wrote_and_nothing_less()
    {
        var file = Path.Combine(_folder.Path, "drill.json");
        Drill(Killed).Save(file);
        var found = DrillResult.Find(file)!;
        File.WriteAllText(file, File.ReadAllText(file).Replace("budgetSeconds", "budget"));

        (found.MeanSeconds, found.Undetected).ShouldBe((8.44, 0));
        Should.Throw<DeliveryError>(() => DrillResult.Find(file)).Message.ShouldContain("budgetSeconds");
    }

    [Fact]
    public async Task A_browser_shows_the_faults_beside_their_budgets()
    {
        var page = ReportPage.Write(new ReportData { Title = "Monitoring", Made = Now, Steps = [], Sections = [MonitoringSection.Of(Drill(Killed, Killed with { Fault = "hung" })), MonitoringSection.Of(null) with { Id = "empty" }] }, _folder.Path);
        if (Environment.GetEnvironmentVariable("KEEP_REPORT") is { } kept) File.Copy(page, kept, overwrite: true);
        var journey = new Journey("report", "desktop",
        [
            new() { Open = new Uri(page).AbsoluteUri },
            new() { Expect = ".plot svg", Count = 1 },
            new() { Expect = "[aria-labelledby=monitoring]", Text = "✓ in time" },
            new() { Expect = "[aria-labelledby=empty]", Text = "not measured" },
        ]);

        var report = await SmokeTest.RunAsync(new SmokePlan([], [journey]), new Uri(page), "1", Path.Combine(_folder.Path, "smoke"), TimeSpan.Zero, cancellation: TestContext.Current.CancellationToken);

        report.Failures.ShouldBeEmpty();
    }

    private static DrillResult Drill(params IReadOnlyList<DrilledFault> faults) => new(Now, "steady", faults, [new("API: Latency", "up", 1)], 3);
}
