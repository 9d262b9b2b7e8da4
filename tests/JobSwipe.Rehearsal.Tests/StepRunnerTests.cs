using JobSwipe.Reports;
using JobSwipe.Tools;

namespace JobSwipe.Rehearsal.Tests;

public sealed class StepRunnerTests
{
    private readonly List<string> _said = [];
    private readonly StepRunner _steps;

    public StepRunnerTests() => _steps = new StepRunner(_said.Add);

    [Fact]
    public async Task Records_what_a_step_says()
    {
        await _steps.RunAsync("Backup", () => Task.FromResult("16 tables"));

        _steps.Steps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            step => step.Outcome.ShouldBe(StepOutcome.Passed),
            step => step.Detail.ShouldBe("16 tables"));
        _said[^1].ShouldStartWith("  ✓ Backup");
    }

    [Fact]
    public async Task Does_not_run_what_comes_after_a_failure()
    {
        var ran = false;
        await _steps.RunAsync("Backup", () => throw new DeliveryError("Disk full.", "Make room."));
        await _steps.RunAsync("Migrate", () =>
        {
            ran = true;
            return Task.FromResult("");
        });

        ran.ShouldBeFalse();
        _steps.Failed.ShouldBeTrue();
        _steps.Steps[0].Detail.ShouldContain("Disk full.");
        _steps.Steps[1].ShouldBe(new Step("Migrate", StepOutcome.NotRun, 0, "not run: Backup failed"));
    }

    [Fact]
    public async Task Goes_on_after_a_step_that_cannot_be_run_here()
    {
        await _steps.RunAsync("BadRelease", () => throw new StepNotRun("no fault is declared"));
        await _steps.RunAsync("Rollback", () => Task.FromResult("done"));

        _steps.Steps.Select(step => step.Outcome).ShouldBe([StepOutcome.NotRun, StepOutcome.Passed]);
        _steps.Failed.ShouldBeFalse();
    }

    [Fact]
    public async Task Counts_an_interruption_as_a_failure()
    {
        await _steps.RunAsync("Backup", () => throw new OperationCanceledException());

        _steps.Steps.ShouldHaveSingleItem().ShouldBe(new Step("Backup", StepOutcome.Failed, _steps.Steps[0].Seconds, "interrupted"));
    }
}
