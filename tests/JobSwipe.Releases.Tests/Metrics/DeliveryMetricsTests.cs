using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Metrics;

namespace JobSwipe.Releases.Tests.Metrics;

public sealed class DeliveryMetricsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counts_what_reached_users_week_by_week()
    {
        var weeks = DeliveryMetrics.PerWeek([At(0, "a"), At(30, "b"), At(7 * 24, "c")]);

        weeks.Select(week => (week.From, week.Deployments)).ShouldBe([(Monday, 2), (Monday.AddDays(7), 1)]);
    }

    [Fact]
    public void Lead_time_runs_from_the_commit_to_the_first_success_of_that_artifact()
    {
        // The second is the same artifact again: it was there already.
        var metrics = One(At(10, "a", committed: 4), At(20, "a", committed: 4), At(30, "b", committed: 10));

        metrics.LeadTime.ShouldBe(TimeSpan.FromHours((6 + 20) / 2.0) + TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_refused_release_is_no_failed_change_for_no_user_saw_it() =>
        One(At(0, "a"), At(1, "b", DeploymentOutcome.Refused)).ChangeFailureRate.ShouldBe(0);

    [Fact]
    public void What_was_rolled_back_by_the_build_or_by_a_person_is_a_failed_change()
    {
        var metrics = One(At(0, "a"), At(1, "b", DeploymentOutcome.RolledBack), At(2, "c"), At(5, "a") with { IsRollback = true });

        metrics.Deployments.ShouldBe(2);
        metrics.ChangeFailureRate!.Value.ShouldBe(2 / 3.0, 1e-9);
        // 60 s by the build; three hours until the person did.
        metrics.TimeToRestore.ShouldBe((TimeSpan.FromHours(3) + TimeSpan.FromSeconds(60)) / 2);
    }

    [Fact]
    public void A_failure_is_restored_by_the_next_success() =>
        One(At(0, "a"), At(1, "b", DeploymentOutcome.Failed), At(3, "c")).TimeToRestore.ShouldBe(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(60));

    [Fact]
    public void Says_nothing_where_nothing_is_known()
    {
        var metrics = DeliveryMetrics.Of([], Monday, Monday.AddDays(7));

        (metrics.LeadTime, metrics.ChangeFailureRate, metrics.TimeToRestore).ShouldBe((null, null, null));
    }

    [Fact]
    public void Prometheus_reads_them()
    {
        var text = PrometheusText.Write(new Dictionary<string, IReadOnlyList<DeploymentRecord>> { ["production"] = [At(0, "a", committed: 0)], ["staging"] = [] }, Monday.AddDays(7));

        text.ShouldContain("# TYPE delivery_lead_time_seconds gauge\ndelivery_lead_time_seconds{environment=\"production\"} 60\n");
        text.ShouldContain("delivery_deployments_28d{environment=\"staging\"} 0\n");
        text.ShouldNotContain("delivery_lead_time_seconds{environment=\"staging\"}");
    }

    private static DeliveryMetrics One(params IReadOnlyList<DeploymentRecord> records) => DeliveryMetrics.PerWeek(records).ShouldHaveSingleItem();

    private static DeploymentRecord At(double hours, string content, DeploymentOutcome outcome = DeploymentOutcome.Succeeded, double? committed = null) =>
        Sample.Record(Sample.Release("1.0.0", content) with { Committed = committed is { } hour ? Monday.AddHours(hour) : null }, outcome) with
        {
            Started = Monday.AddHours(hours),
            Steps = [new Receipt("deploy", 60, "")],
        };
}
