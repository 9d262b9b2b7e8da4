using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection;

/// <summary>One file that was read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path from the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Name)
{
    private readonly Lazy<string> _text = new(() => File.ReadAllText(Path).ReplaceLineEndings("\n"));

    /// <summary>Its content; line feeds end its lines.</summary>
    public string Text => _text.Value;

    /// <summary>The folder it is in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The name without its folders.</summary>
    public string ShortName => System.IO.Path.GetFileName(Path);

    internal Problem At(int line, string message) => new(this, line, message);

    internal Problem At(Match match, string message) => new(this, LineOf(match.Index), message);

    internal int LineOf(int index) => 1 + Text.AsSpan(0, index).Count('\n');

    /// <summary>The first line that matches; 1 when none does.</summary>
    internal int LineOf(string pattern) => Regex.Match(Text, pattern, RegexOptions.Multiline) is { Success: true } match ? LineOf(match.Index) : 1;

    internal IEnumerable<Match> Matches(string pattern) => Regex.Matches(Text, pattern, RegexOptions.Multiline | RegexOptions.IgnoreCase);
}

/// <summary>What a rule found: a place, and what is wrong there.</summary>
internal sealed record Problem(SourceFile File, int Line, string Message);
