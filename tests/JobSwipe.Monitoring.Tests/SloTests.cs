using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Objectives;

namespace JobSwipe.Monitoring.Tests;

public sealed class SloTests
{
    private static readonly Slo Availability = Slos.All(Pace.Production)[0];

    [Theory]
    [InlineData(100, "no budget that could burn")]
    [InlineData(120, "no budget that could burn")]
    [InlineData(0, "nothing to keep")]
    [InlineData(-1, "nothing to keep")]
    [InlineData(double.NaN, "nothing to keep")]
    public void Refuses_an_objective_that_cannot_be_missed_or_kept(double objective, string why) =>
        Should.Throw<SloInvalid>(() => (Availability with { Objective = objective }).Check()).Problem.ShouldContain(why);

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(1)]
    public void Refuses_a_period_that_is_no_time_or_shorter_than_its_windows(int days) =>
        Should.Throw<SloInvalid>(() => new BurnRate(Availability with { Period = TimeSpan.FromDays(days) }, Pace.Production).Records().ToList()).Problem.ShouldContain("period");

    [Fact]
    public void Burns_at_the_rates_of_the_sre_workbook()
    {
        var fast = new BurnRate(Availability, Pace.Production).Alerts().First().When.Text;

        fast.ShouldBe("(slo:sli_error:ratio_rate1h{slo=\"availability\"} > 0.0144) and on() (slo:sli_error:ratio_rate5m{slo=\"availability\"} > 0.0144)"
            is var first ? $"({first}) or ((slo:sli_error:ratio_rate6h{{slo=\"availability\"}} > 0.006) and on() (slo:sli_error:ratio_rate30m{{slo=\"availability\"}} > 0.006))" : "");
    }

    [Fact]
    public void Refuses_a_timeout_that_is_not_below_the_interval() =>
        Should.Throw<PaceInvalid>(() => (Pace.Production with { Timeout = Pace.Production.Scrape }).Check());

    [Fact]
    public void Every_pace_fits_together()
    {
        foreach (var pace in Pace.All) Should.NotThrow(pace.Check, pace.Name);
    }

    [Fact]
    public void Refuses_a_symptom_that_is_told_before_its_cause_is_known() =>
        Should.Throw<PaceInvalid>(() => (Pace.Production with { Symptom = TimeSpan.FromSeconds(20) }).Check());

    [Fact]
    public void Every_sudden_critical_fault_is_told_within_two_minutes()
    {
        foreach (var alert in Alerts.AlertBook.At(Pace.Production).Alerts.Where(alert => alert.IsSudden && alert.Severity == Alerts.Severity.Critical))
            alert.Budget(Pace.Production).ShouldBeLessThan(TimeSpan.FromMinutes(2), alert.Name);
        Pace.Production.DeadManBudget.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(2));
    }
}
