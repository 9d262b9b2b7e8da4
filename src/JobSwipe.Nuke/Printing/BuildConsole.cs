using System.Text.RegularExpressions;

namespace Nuke.Common.Printing;

/// <summary>
/// The only way out: masks every line, keeps the lines of each target together, and writes them to the console and the log.
/// </summary>
internal sealed partial class BuildConsole(TextWriter console)
{
    private static readonly AsyncLocal<TargetOutput> s_current = new();

    private readonly List<TargetOutput> _open = [];
    private readonly LineBuffer _outside = new(line => Shared.Print(line));
    private StreamWriter _log;
    private LiveProgress _progress;

    public static BuildConsole Shared { get; private set; }

    public object Gate { get; } = new();

    /// <summary>Takes over the console, so that also what the build writes by itself is masked and kept together.</summary>
    public static void Start()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 4096) { AutoFlush = false };
        Shared = new BuildConsole(output);
        var router = new RoutingWriter(Shared);
        Console.SetOut(router);
        Console.SetError(router);
    }

    /// <summary>Writes all lines to a file as well; a file in use by another build is left alone.</summary>
    public void LogTo(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file));
            _log = new StreamWriter(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read), leaveOpen: false);
        }
        catch (IOException)
        {
            _log = null;
        }
        catch (UnauthorizedAccessException)
        {
            _log = null;
        }
    }

    /// <summary>Shows which targets run, where a person can see it.</summary>
    public void ShowProgress()
    {
        if (LiveProgress.IsPossible)
            _progress = new LiveProgress(console, Gate, () => Console.WindowWidth);
    }

    public void EndProgress()
    {
        _progress?.Dispose();
        _progress = null;
    }

    /// <summary>Gathers what the current flow of execution writes until the output is closed.</summary>
    public TargetOutput Open()
    {
        var output = new TargetOutput(this);
        s_current.Value = output;
        lock (Gate)
        {
            _open.Add(output);
            _progress?.Add(output, Execution.TargetScope.Current?.Name);
            if (_open.Count == 1)
                output.Show();
        }

        return output;
    }

    public void Close(TargetOutput output)
    {
        lock (Gate)
        {
            output.Close();
            _progress?.Remove(output);
            while (_open.Count > 0 && _open[0].IsClosed)
            {
                _open.RemoveAt(0);
                if (_open.Count > 0)
                    _open[0].Show();
            }
        }
    }

    public void Line(string line = "")
    {
        foreach (var part in line.Split('\n'))
        {
            if (s_current.Value is { IsClosed: false } target)
                target.Line(part.TrimEnd('\r'));
            else
                Print(part.TrimEnd('\r'));
        }
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (s_current.Value is { IsClosed: false } target)
        {
            target.Write(text);
            return;
        }

        lock (Gate)
            _outside.Write(text);
    }

    /// <summary>Writes a line that must not be masked: the command that tells a host to mask.</summary>
    public void Raw(string line)
    {
        lock (Gate)
        {
            _progress?.Erase();
            console.Write(line + Environment.NewLine);
            console.Flush();
        }
    }

    public static string Plain(string line) => Escapes().Replace(line, "");

    public void Print(string line)
    {
        var masked = Masker.Shared.Mask(line);
        lock (Gate)
        {
            _progress?.Erase();
            console.Write(masked + Environment.NewLine);
            console.Flush();
            _log?.WriteLine(Style.IsColored ? Plain(masked) : masked);
        }
    }

    public void Flush()
    {
        EndProgress();
        lock (Gate)
        {
            foreach (var output in _open.ToList())
                Close(output);
            _outside.Flush();
            console.Flush();
            _log?.Flush();
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
