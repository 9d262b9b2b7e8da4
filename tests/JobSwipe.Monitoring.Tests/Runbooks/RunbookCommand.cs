using System.Text.RegularExpressions;
using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Judging;

namespace JobSwipe.Monitoring.Tests.Runbooks;

/// <summary>What a piece of code in a runbook is.</summary>
internal enum CommandKind
{
    /// <summary>Nothing that is run: an alert, a metric, a variable.</summary>
    Name,

    /// <summary>A call of this build.</summary>
    Build,

    /// <summary>A call of flyctl.</summary>
    Fly,

    /// <summary>SQL.</summary>
    Sql,

    /// <summary>A line for a shell, of a program that any machine has.</summary>
    Shell,

    /// <summary>A query for Prometheus.</summary>
    Query,

    /// <summary>Nobody knows.</summary>
    Unknown,
}

/// <summary>A piece of code in a runbook.</summary>
/// <param name="File">The runbook that has it first.</param>
/// <param name="Text">The code.</param>
/// <param name="Kind">What it is.</param>
internal sealed partial record RunbookCommand(string File, string Text, CommandKind Kind)
{
    private static readonly string[] Sql = ["select", "alter", "update", "delete", "insert", "drop", "create", "vacuum", "reindex"];
    private static readonly string[] Shell = ["age-keygen", "curl", "date", "du", "git", "pg_dump", "ps", "top"];

    /// <summary>Words that no list has: what they are is said where they stand.</summary>
    private static readonly string[] Words = ["api", "backup", "drill", "fly", "primary_region", "security", "user_job_interactions", "worker"];

    /// <summary>Everything that is code in any runbook; what several have, once.</summary>
    public static IReadOnlyList<RunbookCommand> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "runbooks"), "*.md").Order().SelectMany(file => Of(Path.GetFileName(file), System.IO.File.ReadAllText(file))).DistinctBy(command => (command.Text, command.Kind))];

    public static IReadOnlyList<RunbookCommand> Of(CommandKind kind) => [.. All.Where(command => command.Kind == kind)];

    public static IEnumerable<RunbookCommand> Of(string file, string text)
    {
        foreach (Match block in Block().Matches(text))
            if (block.Groups["language"].Value == "promql") yield return new(file, block.Groups["code"].Value.Trim(), CommandKind.Query);
            else
                foreach (var line in block.Groups["code"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return new(file, line, KindOf(line));
        foreach (Match span in Span().Matches(Block().Replace(text, ""))) yield return new(file, span.Groups[1].Value, KindOf(span.Groups[1].Value));
    }

    /// <summary>The words after the program and before the first that is an option or a placeholder.</summary>
    public string[] Verbs() => [.. Text.Split(' ').Skip(1).TakeWhile(word => !word.StartsWith('-') && !word.StartsWith('<'))];

    private static CommandKind KindOf(string code) => code.Split(' ') is [var first, .. var rest]
        ? first switch
        {
            "./build.sh" => CommandKind.Build,
            "flyctl" => CommandKind.Fly,
            _ when Sql.Contains(first) && rest.Length > 0 => CommandKind.Sql,
            _ when Shell.Contains(first) && rest.Length > 0 => CommandKind.Shell,
            _ => rest.Length == 0 && IsName(first) ? CommandKind.Name : CommandKind.Unknown,
        }
        : CommandKind.Unknown;

    private static bool IsName(string word) => Words.Contains(word) || Place().IsMatch(word) || Variable().IsMatch(word)
        || AlertBook.At(Pace.Production).Alerts.Any(alert => alert.Name == word) || KnownMetrics.Catalogue.Has(word)
        || (word.StartsWith("--", StringComparison.Ordinal) && BuildCommands.HasParameter(word));

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"^/[a-z]+$")]
    private static partial Regex Place();

    [GeneratedRegex("^[A-Z]+(_[A-Z]+)+$")]
    private static partial Regex Variable();
}
