namespace Nuke.Common.Printing;

/// <summary>The lines of one target: shown at once while it has the console, kept until its turn otherwise.</summary>
internal sealed class TargetOutput
{
    private readonly BuildConsole _console;
    private readonly LineBuffer _written;
    private List<string> _kept = [];

    public TargetOutput(BuildConsole console)
    {
        _console = console;
        _written = new LineBuffer(Line);
    }

    public bool IsClosed { get; private set; }

    /// <summary>The last line that waits to be shown, or null.</summary>
    public string LastKept => _kept is { Count: > 0 } kept ? kept[^1] : null;

    /// <summary>Takes text that need not end with a line.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        lock (_console.Gate)
            _written.Write(text);
    }

    public void Line(string line)
    {
        lock (_console.Gate)
        {
            if (_kept is null)
                _console.Print(line);
            else
                _kept.Add(line);
        }
    }

    public void Show()
    {
        lock (_console.Gate)
        {
            var kept = _kept;
            _kept = null;
            foreach (var line in kept ?? [])
                _console.Print(line);
        }
    }

    public void Close()
    {
        lock (_console.Gate)
        {
            _written.Flush();
            IsClosed = true;
        }
    }
}
