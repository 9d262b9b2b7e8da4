using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>What <c>--plan</c> shows: the targets in order, and why each of them waits.</summary>
internal static class PlanText
{
    public static int Print(NukeBuild build, string format)
    {
        if (format == "html")
        {
            var file = BuildPaths.Temporary / "execution-plan.html";
            File.WriteAllText(file, PlanPage.Html(build.ExecutionPlan));
            BuildConsole.Shared.Line(file);
            return 0;
        }

        var number = 0;
        foreach (var target in build.ExecutionPlan)
        {
            var after = target.AllDependencies.Where(x => x.Status == ExecutionStatus.Scheduled).Select(x => x.Name).ToList();
            var note = after.Count == 0 ? "" : Style.Dim($"  after {string.Join(", ", after)}");
            BuildConsole.Shared.Line($"{++number,3}. {target.Name}{(target.Invoked ? " *" : "")}{note}");
        }

        return 0;
    }
}
