using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Dashboards;
using JobSwipe.Monitoring.Drill;
using JobSwipe.Monitoring.Running;

namespace JobSwipe.Monitoring.Tests;

public sealed class DetectionDrillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Faults_are_told_within_their_budget_and_nothing_else_is()
    {
        var faults = Faults.Named((Environment.GetEnvironmentVariable("DRILL_FAULTS") ?? "killed,backup").Split(','));

        var result = await DetectionDrill.RunAsync(Drills.Settings(output.WriteLine), faults, AllDashboards.Queries, TestContext.Current.CancellationToken);

        foreach (var line in result.Table()) output.WriteLine(line);
        result.Problems.ShouldBeEmpty();
        result.Faults.ShouldAllBe(fault => fault.NotRun != null || fault.SlackSeconds > 0);
    }
}

/// <summary>What a drill of the tests watches.</summary>
internal static class Drills
{
    public static StackSettings Settings(Action<string> say) => new()
    {
        Pace = Pace.Named(Environment.GetEnvironmentVariable("DRILL_PACE") ?? "steady"),
        Service = Path.Combine(AppContext.BaseDirectory, "JobSwipe.Reference"),
        Sql = [Repository.Read("src", "JobSwipe.Reference", "migrations", "0001_baseline.sql"), Repository.Read("src", "JobSwipe.Reference", "seed.sql")],
        Say = say,
    };
}
