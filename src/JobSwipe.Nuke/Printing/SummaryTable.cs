using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Printing;

/// <summary>The last thing a build prints: each target with its status, duration and what it reported.</summary>
internal static class SummaryTable
{
    public static IEnumerable<string> Lines(IReadOnlyCollection<ExecutableTarget> plan, TimeSpan total)
    {
        var width = Math.Max(6, plan.Max(x => x.Name.Length)) + 2;
        yield return Style.Bold($"{"Target".PadRight(width)}{"Status",-11}{"Duration",9}");
        foreach (var target in plan)
        {
            var information = Information(target);
            var duration = target.HasRun ? DurationText.Of(target.Duration) : "";
            var row = $"{target.Name.PadRight(width)}{Colored(target.Status)}{duration,9}";
            yield return information.Length == 0 ? row.TrimEnd() : $"{row}  {Style.Dim("// " + information)}";
        }

        yield return $"{"Total".PadRight(width)}{"",-11}{DurationText.Of(total),9}";
    }

    public static string Markdown(IReadOnlyCollection<ExecutableTarget> plan, TimeSpan total)
    {
        var text = new StringBuilder("| Target | Status | Duration | |\n| --- | --- | ---: | --- |\n");
        foreach (var target in plan)
        {
            var duration = target.HasRun ? DurationText.Of(target.Duration) : "";
            text.Append($"| {target.Name} | {Symbol(target.Status)} {target.Status} | {duration} | {Cell(Information(target))} |\n");
        }

        return text.Append($"| **Total** | | {DurationText.Of(total)} | |\n").ToString();
    }

    /// <summary>What a target reported, or why it did not run.</summary>
    public static string Information(ExecutableTarget target)
    {
        if (target.SummaryInformation.Count > 0)
            return string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
        if (target.OnlyWhen != null)
            return $"OnlyWhen: {target.OnlyWhen}";
        return target.Skipped != null ? $"Skipped: {target.Skipped}" : "";
    }

    private static string Colored(ExecutionStatus status)
    {
        var text = status.ToString().PadRight(11);
        return status switch
        {
            ExecutionStatus.Succeeded => Style.Green(text),
            ExecutionStatus.Failed or ExecutionStatus.Aborted => Style.Red(text),
            ExecutionStatus.NotRun => Style.Yellow(text),
            _ => Style.Dim(text)
        };
    }

    private static string Symbol(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => "✅",
        ExecutionStatus.Failed or ExecutionStatus.Aborted => "❌",
        _ => "⏭️"
    };

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("\n", " ");
}
