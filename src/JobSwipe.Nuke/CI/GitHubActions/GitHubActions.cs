using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Printing;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>GitHub Actions: what its runner says about the job, and the commands that it reads from the output.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    internal GitHubActions()
    {
    }

    /// <summary>The host if the build runs there, else null.</summary>
    public static GitHubActions Instance => NukeBuild.Host as GitHubActions;

    string IBuildServer.Branch => RefName;

    string IBuildServer.Commit => Sha;

    /// <summary>Opens a group of lines.</summary>
    public void Group(string group) => BuildConsole.Shared.Line($"::group::{EscapeData(group)}");

    /// <summary>Closes the group.</summary>
    public void EndGroup(string group) => BuildConsole.Shared.Line("::endgroup::");

    /// <summary>Writes a line that is shown only when debugging is on.</summary>
    public void WriteDebug(string message) => WriteCommand("debug", message);

    /// <summary>Writes a warning, also shown on the run's page.</summary>
    public void WriteWarning(string message) => WriteCommand("warning", message);

    /// <summary>Writes an error, also shown on the run's page.</summary>
    public void WriteError(string message) => WriteError(message, null);

    /// <summary>Writes a command for the runner.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="message">What comes after it.</param>
    /// <param name="dictionaryConfigurator">Adds its properties.</param>
    public void WriteCommand(string command, string message = null, Configure<Dictionary<string, object>> dictionaryConfigurator = null)
    {
        var properties = dictionaryConfigurator.InvokeSafe([]).Select(x => $"{x.Key}={EscapeProperty(x.Value?.ToString())}").ToList();
        BuildConsole.Shared.Line($"::{command}{(properties.Count > 0 ? " " + properties.JoinComma() : "")}::{EscapeData(message)}");
    }

    /// <inheritdoc/>
    protected internal override IDisposable WriteBlock(string text) => DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    /// <inheritdoc/>
    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    /// <inheritdoc/>
    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    internal void WriteError(string message, SourceLocation location) => Annotate("error", message, location);

    internal void Annotate(string kind, string message, SourceLocation location) => WriteCommand(kind, message, x =>
    {
        if (location is null)
            return x;
        x["file"] = location.File;
        x["line"] = location.Line;
        if (location.Column is { } column)
            x["col"] = column;
        return x;
    });

    internal static string EscapeData(string text) => text?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text)?.Replace(":", "%3A").Replace(",", "%2C");
}
