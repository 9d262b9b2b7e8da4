using Nuke.Common.Printing;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Runs one target and records how it went.</summary>
internal sealed class TargetRunner(NukeBuild build, BuildExtensions extensions, AttemptFile attempt, Interruption interruption)
{
    public void Run(ExecutableTarget target)
    {
        TargetScope.Current = target;
        var output = BuildConsole.Shared.Open();
        try
        {
            if (Conditions.SkipNow(build, target))
                Skip(target);
            else if (target.Actions.Count == 0)
                target.Status = ExecutionStatus.Collective;
            else
                Act(target);
        }
        catch (Exception exception)
        {
            Fail(target, exception);
        }
        finally
        {
            target.Stopwatch.Stop();
            BuildConsole.Shared.Close(output);
        }
    }

    public void Skip(ExecutableTarget target)
    {
        extensions.Tell<IOnTargetSkipped>(x => x.OnTargetSkipped(target));
        build.OnTargetSkipped(target.Name);
    }

    private void Act(ExecutableTarget target)
    {
        using var block = NukeBuild.Host.WriteBlock(target.Name);
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        try
        {
            extensions.Tell<IOnTargetRunning>(x => x.OnTargetRunning(target));
            build.OnTargetRunning(target.Name);
            foreach (var action in target.Actions)
                action();
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            extensions.Tell<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));
            build.OnTargetSucceeded(target.Name);
            attempt.Add(target.Name);
        }
        catch (Exception exception)
        {
            target.Stopwatch.Stop();
            Fail(target, exception);
            extensions.Tell<IOnTargetFailed>(x => x.OnTargetFailed(target));
            build.OnTargetFailed(target.Name);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        exception = exception.Unwrap();
        target.Failure = exception;
        target.Status = interruption.IsRequested ? ExecutionStatus.Aborted : ExecutionStatus.Failed;
        if (interruption.IsRequested && exception is OperationCanceledException)
            return;
        Report.Error(ExceptionText.Of(exception), SourceLocation.Of(exception));
        if (target.SummaryInformation.Count == 0)
            target.SummaryInformation[exception.GetType().Name] = exception.Message.SplitLineBreaks()[0].Truncate(200);
    }
}
