namespace Nuke.Common.Execution;

/// <summary>The target on whose behalf the current code runs, also across threads and tasks that it started.</summary>
internal static class TargetScope
{
    private static readonly AsyncLocal<ExecutableTarget> s_current = new();

    public static ExecutableTarget Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public static ExecutableTarget Require(INukeBuild build)
    {
        if (Current is { } current)
            return current;
        var running = build.RunningTargets;
        Assert.True(running.Count == 1, "ReportSummary belongs into a target, but no target runs here");
        return running.Single();
    }
}
