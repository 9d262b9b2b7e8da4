using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>Says how the build went: the table, one last line, and what the host wants to know.</summary>
internal static class Outcome
{
    public static void Print(NukeBuild build, TimeSpan duration, bool isInterrupted)
    {
        var console = BuildConsole.Shared;
        foreach (var line in SummaryTable.Lines(build.ExecutionPlan, duration))
            console.Line(line);
        console.Line();
        console.Line(Last(build, isInterrupted));
        if (NukeBuild.Host is CI.GitHubActions.GitHubActions)
        {
            Append("GITHUB_STEP_SUMMARY", SummaryTable.Markdown(build.ExecutionPlan, duration));
            Append("GITHUB_OUTPUT", Outputs(build));
        }
    }

    private static string Last(NukeBuild build, bool isInterrupted)
    {
        if (isInterrupted)
            return Style.Yellow("Build interrupted");
        var failed = build.FailedTargets.Select(x => x.Name).ToList();
        return failed.Count == 0 ? Style.Green("Build succeeded") : Style.Red($"Build failed: {string.Join(", ", failed)}");
    }

    private static string Outputs(NukeBuild build)
    {
        var lines = build.ExecutionPlan
            .SelectMany(x => x.SummaryInformation.Select(y => $"{Key(x.Name)}-{Key(y.Key)}={y.Value?.ReplaceLineEndings(" ")}"))
            .Prepend($"outcome={(build.IsSucceeding ? "succeeded" : "failed")}");
        return string.Join("\n", lines) + "\n";
    }

    private static string Key(string text) => new(text.Select(x => char.IsAsciiLetterOrDigit(x) ? char.ToLowerInvariant(x) : '-').ToArray());

    private static void Append(string variable, string text)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file)
            File.AppendAllText(file, Masker.Shared.Mask(text));
    }
}
