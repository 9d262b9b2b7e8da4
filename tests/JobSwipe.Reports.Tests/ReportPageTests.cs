using JobSwipe.Releases;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Reports.Tests;

public sealed class ReportPageTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_in_words_what_passed_failed_and_was_not_run()
    {
        var html = ReportPage.Html(Data(new Step("Trivy", StepOutcome.NotRun, 0, "not run: trivy is not on this machine"), new Step("Backup", StepOutcome.Passed, 1.2, "16 tables")));

        html.ShouldContain("Passed, 1 not run");
        html.ShouldContain("trivy is not on this machine");
        html.ShouldContain("✓ passed");
    }

    [Fact]
    public void Never_says_passed_when_a_step_failed() =>
        ReportPage.Html(Data(new Step("Backup", StepOutcome.Failed, 1.2, "disk full"))).ShouldContain("<p class=\"verdict failed\">Failed</p>");

    [Fact]
    public void Encodes_what_others_wrote()
    {
        var html = ReportPage.Html(Data(new Step("Smoke", StepOutcome.Failed, 1, "<script>alert(1)</script>")));

        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public void Replaces_the_pictures_of_a_former_report_and_keeps_the_data_beside_the_page()
    {
        var picture = Path.Combine(_folder.Path, "shot.png");
        File.WriteAllBytes(picture, [1, 2, 3]);
        var report = Path.Combine(_folder.Path, "report");
        ReportPage.Write(Data() with { Pictures = [new Picture(picture, "one"), new Picture(picture, "two")] }, report);

        ReportPage.Write(Data() with { Pictures = [new Picture(picture, "one")] }, report);

        Directory.GetFiles(Path.Combine(report, "pictures")).ShouldHaveSingleItem();
        Json.Read<ReportData>(File.ReadAllText(Path.Combine(report, "report.json")), "report.json").Title.ShouldBe("Rehearsal");
    }

    [Fact]
    public void Publishes_the_schema_of_its_data() => Golden.ShouldMatch(ReportSchema.Write(), "report.schema.json");

    [Theory]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task Opens_from_the_file_system_without_an_error(string device)
    {
        var page = ReportPage.Write(Data([.. Enumerable.Range(0, 40).Select(number => new Step($"Step {number}", StepOutcome.Passed, number, "done"))]), _folder.Path);
        var journey = new Journey("report", device, [new() { Open = new Uri(page).AbsoluteUri }, new() { Expect = "tbody tr", Count = 40 }]);

        var report = await SmokeTest.RunAsync(new SmokePlan([], [journey]), new Uri(page), "1", Path.Combine(_folder.Path, "smoke"), TimeSpan.Zero, cancellation: TestContext.Current.CancellationToken);

        report.Failures.ShouldBeEmpty();
    }

    private static ReportData Data(params IReadOnlyList<Step> steps) => new()
    {
        Title = "Rehearsal",
        Made = Noon,
        Steps = steps,
        Release = new Release
        {
            Application = "sample",
            Version = "1.0.0",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/sample", Digest.Of("one"u8), 1000, "buildah", "base"),
            MigrationHead = "0004_sample",
            Built = Noon,
        },
    };
}
