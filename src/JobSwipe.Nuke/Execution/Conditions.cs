using Nuke.Common.Parameters;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Decides which targets of the plan are left out.</summary>
internal static class Conditions
{
    public static void SkipAtStart(NukeBuild build, IReadOnlyList<string> skipped, AttemptFile attempt)
    {
        var named = skipped?.Select(x => ExecutionPlanner.Named(build.ExecutableTargets, x)).ToList();
        foreach (var target in build.ExecutionPlan)
        {
            if (named != null && !target.Invoked && (named.Count == 0 || named.Contains(target)))
                Skip(build, target, "via parameter");
        }

        foreach (var target in build.ExecutionPlan)
        {
            if (attempt.Succeeded.Contains(target.Name) && target.Status == ExecutionStatus.Scheduled)
                (target.Status, target.Skipped) = (ExecutionStatus.Skipped, "succeeded before");
            else if (Violated(target, target.StaticConditions) is { } condition)
                SkipFor(build, target, condition);
        }
    }

    /// <summary>Skips the target if one of its conditions does not hold any more.</summary>
    public static bool SkipNow(NukeBuild build, ExecutableTarget target)
    {
        if (Violated(target, target.DynamicConditions) is not { } condition)
            return false;
        SkipFor(build, target, condition);
        return true;
    }

    private static void SkipFor(NukeBuild build, ExecutableTarget target, string condition)
    {
        target.OnlyWhen = condition;
        Skip(build, target, null);
    }

    private static void Skip(NukeBuild build, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        target.Status = ExecutionStatus.Skipped;
        target.Skipped ??= reason;
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;
        foreach (var dependency in target.ExecutionDependencies.Concat(target.Triggers))
        {
            if (!dependency.Invoked && !IsNeeded(build, dependency))
                Skip(build, dependency, $"because of {target.Name}");
        }
    }

    private static bool IsNeeded(NukeBuild build, ExecutableTarget dependency) => build.ScheduledTargets.Any(
        x => x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency));

    private static string Violated(ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        if (conditions.Count == 0)
            return null;
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => x.Text).ToList();
            return violated.Count == 0 ? null : string.Join(" && ", violated);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"A condition of target '{target.Name}' cannot be decided: {exception.Unwrap().Message}", exception);
        }
    }
}
