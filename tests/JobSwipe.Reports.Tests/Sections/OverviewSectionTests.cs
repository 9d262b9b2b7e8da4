using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Reports.Sections;
using JobSwipe.Security;
using JobSwipe.Security.Gate;

namespace JobSwipe.Reports.Tests.Sections;

public sealed class OverviewSectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Calls_nothing_good_that_nobody_knows()
    {
        var section = OverviewSection.Of(new(), Now);

        section.Figures.ShouldAllBe(figure => figure.IsMet == null && figure.Value == "—");
        section.Summary.ShouldBe("0 of 6 goals met, 6 not known.");
    }

    [Fact]
    public void Compares_the_last_four_weeks_with_those_before()
    {
        var records = Enumerable.Range(0, 12).Select(index => Record(Now.AddDays(-7 * index - 1), failed: index == 5)).Reverse().ToArray();

        var section = OverviewSection.Of(new() { Records = records, DetectionSeconds = 8.4 }, Now);

        Figure("deployments a week").ShouldBe(("1", "0.8", true));
        Figure("migrations that went well").ShouldBe(("100 %", "75 %", true));
        Figure("mean time to detection, drilled").ShouldBe(("8.4 s", null, true));
        Figure("days with a backup").Met.ShouldBe(false);

        (string Value, string? Before, bool? Met) Figure(string name) => section.Figures.Where(figure => figure.Name == name).Select(figure => (figure.Value, figure.Before, figure.IsMet)).Single();
    }

    [Fact]
    public void A_fault_that_nobody_was_told_of_misses_the_goal_whatever_the_others_took() =>
        OverviewSection.Of(new() { DetectionSeconds = 8.4, Undetected = 1 }, Now).Figures.Single(figure => figure.Name.StartsWith("mean time to detection")).IsMet.ShouldBe(false);

    [Fact]
    public void No_critical_vulnerability_is_good_only_when_every_scanner_ran()
    {
        var report = new GateReport(Now, ScanOutcome.NotRun, [ScanResult.NotRun("trivy", "trivy is not on this machine")], [], []);

        OverviewSection.Of(new() { Security = report }, Now).Figures.Single(figure => figure.Name == "critical vulnerabilities").IsMet.ShouldBeNull();
    }

    private static DeploymentRecord Record(DateTimeOffset started, bool failed) => new()
    {
        Environment = "production",
        Release = new Release
        {
            Application = "sample", Version = "1.0.0", Commit = "0123456789abcdef0123456789abcdef01234567", MigrationHead = "0004_sample", Committed = started.AddHours(-5), Built = started,
            Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/sample", Digest.Of(BitConverter.GetBytes(started.Ticks)), 1000, "buildah", "base"),
        },
        Outcome = failed ? DeploymentOutcome.Failed : DeploymentOutcome.Succeeded,
        Actor = "somebody",
        Started = started,
        Steps = [new Receipt("migrate", 1, "at 0004", failed)],
    };
}
