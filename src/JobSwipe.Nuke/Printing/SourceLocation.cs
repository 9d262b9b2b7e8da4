using System.Diagnostics;
using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.Printing;

/// <summary>A place in a file of the repository.</summary>
internal sealed partial record SourceLocation(string File, int Line, int? Column = null)
{
    /// <summary>The innermost place in the repository from which the exception came, or the place that its message names.</summary>
    public static SourceLocation Of(Exception exception)
    {
        if (exception.Message.Split('\n').Select(x => OfMessage(x)?.Location).FirstOrDefault(x => x != null) is { } named)
            return named;
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && PathConstruction.IsDescendantPath(NukeBuild.RootDirectory, file))
                return new SourceLocation(Relative(file), frame.GetFileLineNumber());
        }

        return null;
    }

    /// <summary>Reads the form that compilers and MSBuild use: <c>file(line,column): error CODE: text</c>.</summary>
    public static (SourceLocation Location, bool IsError, string Text)? OfMessage(string line)
    {
        if (!line.Contains("): ", StringComparison.Ordinal))
            return null;
        var match = CompilerMessage().Match(line);
        if (!match.Success)
            return null;
        var column = match.Groups["column"];
        var location = new SourceLocation(
            Relative(match.Groups["file"].Value),
            int.Parse(match.Groups["line"].ValueSpan),
            column.Success ? int.Parse(column.ValueSpan) : null);
        return (location, match.Groups["kind"].Value == "error", match.Groups["text"].Value);
    }

    private static string Relative(string file) => Path.IsPathRooted(file) && PathConstruction.IsDescendantPath(NukeBuild.RootDirectory, file)
        ? PathConstruction.GetUnixRelativePath(NukeBuild.RootDirectory, file)
        : file;

    [GeneratedRegex(@"^\s*(?<file>[^()]+)\((?<line>\d+)(,(?<column>\d+))?(,\d+,\d+)?\): (?<kind>error|warning) (?<text>.+?)( \[[^\]]+\])?$")]
    private static partial Regex CompilerMessage();
}
