using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>The base of a build: derive, declare targets, and call <see cref="Execute{T}"/> from <c>Main</c>.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    /// <summary>Creates a build. Only one is executed in a process.</summary>
    protected NukeBuild()
    {
    }

    /// <summary>
    /// Executes the invoked targets, or the default ones.
    /// </summary>
    /// <returns>0: all succeeded; 1: a target failed; 2: the invocation was wrong and nothing ran; 130: interrupted.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() =>
        BuildManager.Execute(defaultTargetExpressions);

    /// <inheritdoc/>
    public bool Plan { get; internal set; }

    /// <inheritdoc/>
    public bool Help { get; internal set; }

    /// <inheritdoc/>
    public bool NoLogo { get; set; }

    /// <inheritdoc/>
    public bool Continue { get; internal set; }

    /// <inheritdoc/>
    public Partition Partition { get; internal set; } = Partition.Single;

    /// <inheritdoc/>
    public int? ExitCode { get; set; }

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; } = [];

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => ExecutionPlan.Where(x => x.Invoked).ToList();

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    /// <inheritdoc/>
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets =>
        ExecutionPlan.Where(x => x.Status is not (ExecutionStatus.Scheduled or ExecutionStatus.Running)).ToList();

    /// <inheritdoc/>
    public bool IsSucceeding => !IsFailing;

    /// <inheritdoc/>
    public bool IsFailing => ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted);

    /// <inheritdoc/>
    public bool IsFinished => ExecutionPlan.All(x => x.Status is not (ExecutionStatus.Scheduled or ExecutionStatus.Running));

    /// <inheritdoc/>
    public void ReportSummary(Configure<Dictionary<string, string>> configurator)
    {
        var target = TargetScope.Require(this);
        target.Report(configurator.InvokeSafe([]));
        Extensions?.Tell<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => ValueInjector.TryGet<T>(parameterExpression, this);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => ValueInjector.TryGet<T>(parameterExpression, this);

    internal BuildExtensions Extensions { get; set; }

    internal IReadOnlyList<ExecutableTarget> ExecutableTargets { get; set; } = [];

    private List<ExecutableTarget> With(ExecutionStatus status) => ExecutionPlan.Where(x => x.Status == status).ToList();
}
