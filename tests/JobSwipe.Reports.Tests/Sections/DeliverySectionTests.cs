using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Smoke;
using JobSwipe.Reports.Sections;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Reports.Tests.Sections;

public sealed class DeliverySectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_how_to_get_data_when_there_is_none() => DeliverySection.Of([], "production", Now).Summary.ShouldContain("./build.sh DeployStaging");

    [Fact]
    public void Shows_each_measure_with_its_goal()
    {
        var section = DeliverySection.Of(Records(40), "production", Now);

        section.Figures.Select(figure => figure.Name).ShouldBe(["deployments a week", "median time from commit to users", "share of changes that failed", "median time to restore"]);
        section.Figures.ShouldAllBe(figure => figure.Goal != null);
        section.Figures[0].IsMet.ShouldBe(true);
    }

    [Fact]
    public async Task Ten_thousand_deployments_open_in_a_browser_on_a_phone_and_a_desktop()
    {
        var data = new ReportData { Title = "Delivery", Made = Now, Steps = [], Sections = [DeliverySection.Of(Records(10_000), "production", Now)] };
        var page = ReportPage.Write(data, _folder.Path);

        var journeys = new[] { "phone", "desktop" }.Select(device => new Journey($"report on a {device}", device,
            [new() { Open = new Uri(page).AbsoluteUri }, new() { Expect = ".plot svg", Count = 3 }, new() { Expect = "#delivery", Text = "Delivery" }])).ToArray();
        var report = await SmokeTest.RunAsync(new SmokePlan([], journeys), new Uri(page), "1", Path.Combine(_folder.Path, "smoke"), TimeSpan.Zero, cancellation: TestContext.Current.CancellationToken);

        if (Environment.GetEnvironmentVariable("KEEP_REPORT") is { } kept) File.Copy(page, kept, overwrite: true);
        report.Failures.ShouldBeEmpty();
        new FileInfo(page).Length.ShouldBeLessThan(1_000_000);
    }

    private static DeploymentRecord[] Records(int count) => [.. Enumerable.Range(0, count).Select(index => new DeploymentRecord
    {
        Environment = "production",
        Release = new Release
        {
            Application = "sample",
            Version = $"1.{index}.0",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/sample", Digest.Of(BitConverter.GetBytes(index)), 1000, "buildah", "base"),
            MigrationHead = "0004_sample",
            Committed = Now.AddHours(-8 * (count - index) - 5),
            Built = Now,
        },
        Outcome = index % 9 == 8 ? DeploymentOutcome.RolledBack : DeploymentOutcome.Succeeded,
        Actor = "somebody",
        Started = Now.AddHours(-8 * (count - index)),
        Steps = [new Receipt("deploy", 60, "2 machines")],
    })];
}
