using System.Diagnostics;
using JobSwipe.Reports;
using JobSwipe.Tools;

namespace JobSwipe.Rehearsal;

/// <summary>Runs the steps of a rehearsal one after the other, and keeps what came of each.</summary>
/// <param name="say">Told one line before, and one after each step.</param>
public sealed class StepRunner(Action<string> say)
{
    private readonly List<Step> _steps = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Whether one has failed.</summary>
    public bool Failed => _steps.Any(step => step.Outcome == StepOutcome.Failed);

    /// <summary>Adds a step that was done elsewhere.</summary>
    public void Add(Step step)
    {
        _steps.Add(step);
        say(Line(step));
    }

    /// <summary>Runs a step. After a failure the later ones are recorded as not run.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="action">What to do; returns one line of detail.</param>
    public async Task RunAsync(string name, Func<Task<string>> action)
    {
        if (_steps.FirstOrDefault(step => step.Outcome == StepOutcome.Failed) is { } failed)
        {
            Add(new Step(name, StepOutcome.NotRun, 0, $"not run: {failed.Name} failed"));
            return;
        }
        say($"  … {name}");
        var clock = Stopwatch.StartNew();
        try
        {
            var detail = await action();
            Add(new Step(name, StepOutcome.Passed, clock.Elapsed.TotalSeconds, detail));
        }
        catch (StepNotRun exception)
        {
            Add(new Step(name, StepOutcome.NotRun, clock.Elapsed.TotalSeconds, $"not run: {exception.Message}"));
        }
        catch (OperationCanceledException)
        {
            Add(new Step(name, StepOutcome.Failed, clock.Elapsed.TotalSeconds, "interrupted"));
        }
        catch (Exception exception)
        {
            Add(new Step(name, StepOutcome.Failed, clock.Elapsed.TotalSeconds, exception is DeliveryError ? exception.Message : exception.ToString()));
        }
    }

    internal static string Line(Step step)
    {
        var mark = step.Outcome switch { StepOutcome.Passed => "✓", StepOutcome.Failed => "✗", _ => "○" };
        return $"  {mark} {step.Name,-16} {step.Seconds,6:0.0} s  {step.Detail}";
    }
}

/// <summary>A step could not be run here, and says why.</summary>
public sealed class StepNotRun(string why) : Exception(why);
