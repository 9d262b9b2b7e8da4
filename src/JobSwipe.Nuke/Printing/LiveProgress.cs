using System.Diagnostics;
using System.Text;

namespace Nuke.Common.Printing;

/// <summary>
/// One line for each running target below everything else: how long it has been running, and its last line while another has
/// the console. Only on a terminal; the lines are gone when the targets are.
/// </summary>
internal sealed class LiveProgress : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private readonly TextWriter _console;
    private readonly object _gate;
    private readonly Func<int> _width;
    private readonly List<(TargetOutput Output, string Name, Stopwatch Clock)> _running = [];
    private readonly Timer _timer;
    private int _shown;

    public LiveProgress(TextWriter console, object gate, Func<int> width)
    {
        (_console, _gate, _width) = (console, gate, width);
        _timer = new Timer(_ => Tick(), null, s_interval, s_interval);
    }

    /// <summary>Whether a person looks at a terminal that can move its cursor.</summary>
    public static bool IsPossible =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb" && NukeBuild.Host is Execution.Terminal;

    public void Add(TargetOutput output, string name) => _running.Add((output, name, Stopwatch.StartNew()));

    public void Remove(TargetOutput output)
    {
        Erase();
        _running.RemoveAll(x => x.Output == output);
    }

    /// <summary>Makes room for lines that stay.</summary>
    public void Erase()
    {
        if (_shown == 0)
            return;
        _console.Write($"\u001b[{_shown}A\u001b[J");
        _shown = 0;
    }

    public void Draw()
    {
        foreach (var (output, name, clock) in _running)
            _console.Write(Fit($"● {name}  {DurationText.Of(clock.Elapsed)}", output.LastKept) + Environment.NewLine);
        _shown = _running.Count;
        _console.Flush();
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            Erase();
            _running.Clear();
            _console.Flush();
        }
    }

    private void Tick()
    {
        lock (_gate)
        {
            Erase();
            Draw();
        }
    }

    // A line that wraps could not be erased again.
    private string Fit(string head, string last)
    {
        var text = new StringBuilder(head);
        if (last is { Length: > 0 })
            text.Append("  ").Append(BuildConsole.Plain(last).Replace('\t', ' '));
        var width = Math.Max(20, _width() - 1);
        if (text.Length > width)
            text.Length = width;
        return Style.Dim(Masker.Shared.Mask(text.ToString()));
    }
}
