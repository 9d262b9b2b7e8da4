namespace JobSwipe.Releases.Inspection;

/// <summary>Shell code: a script, or what a step of a workflow runs.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Text">The code.</param>
/// <param name="FirstLine">Its first line in the file.</param>
/// <param name="Folder">Where it runs; a script's own folder when that is unknown.</param>
/// <param name="Step">The step that runs it; null for a script.</param>
internal sealed record ShellBlock(SourceFile File, string Text, int FirstLine, string Folder, Step? Step)
{
    private readonly Lazy<IReadOnlyList<ShellCommand>> _commands = new(() => new ShellReader(Text, FirstLine).Read());

    public IReadOnlyList<ShellCommand> Commands => _commands.Value;

    public bool Has(Func<ShellCommand, bool> what) => Commands.Any(what);

    public Problem At(ShellCommand command, string message) => new(File, command.Line, message);
}

/// <summary>One command.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Words">Its words as written, quotes and all, without assignments before it.</param>
/// <param name="Text">All of it, as written.</param>
/// <param name="InLoop">Whether it is in a loop, such as one that waits for something.</param>
/// <param name="Piped">Whether its output goes into the next command.</param>
internal sealed record ShellCommand(int Line, IReadOnlyList<string> Words, string Text, bool InLoop, bool Piped)
{
    /// <summary>The program, without its folder.</summary>
    public string Program => Words.Count > 0 ? Words[0].Trim('"', '\'').Split('/')[^1] : "";

    public string Argument(int at) => at < Words.Count ? Words[at].Trim('"', '\'') : "";

    public bool Is(params string[] programs) => programs.Contains(Program);

    public bool IsFly(params string[] words) => Is("fly", "flyctl") && words.Select((word, at) => Argument(at + 1) == word).All(same => same);

    /// <summary>The value of an option, given as <c>--name value</c> or <c>--name=value</c>.</summary>
    public string? Option(params string[] names)
    {
        for (var at = 1; at < Words.Count; at++)
        {
            if (names.Contains(Words[at])) return at + 1 < Words.Count ? Argument(at + 1) : null;
            if (names.FirstOrDefault(name => Words[at].StartsWith(name + "=", StringComparison.Ordinal)) is { } found) return Words[at][(found.Length + 1)..].Trim('"', '\'');
        }
        return null;
    }
}
