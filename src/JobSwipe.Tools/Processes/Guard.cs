using System.Diagnostics;

namespace JobSwipe.Tools.Processes;

/// <summary>
/// A shell that waits for this process to end and then cleans up after it. It is what makes a killed build leave nothing
/// behind: the pipe to its standard input closes when this process is gone, however it went.
/// </summary>
public sealed class Guard : IDisposable
{
    // A session of its own keeps Ctrl-C on the terminal away from it; its clean-up must outlive the build.
    // A dead process that nobody has waited for still answers kill -0, hence the look into /proc where there is one.
    private const string Script = """
        trap '' INT TERM HUP
        cleanup() { :; }
        alive() { kill -0 "$1" 2>/dev/null && { [ ! -r "/proc/$1/stat" ] || ! grep -q ') Z ' "/proc/$1/stat" 2>/dev/null; }; }
        end() {
          alive "$1" || return 0
          kill -TERM "-$1" 2>/dev/null || kill -TERM "$1" 2>/dev/null
          n=0; while alive "$1" && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
          kill -KILL "-$1" 2>/dev/null || kill -KILL "$1" 2>/dev/null
        }
        keep=0
        while IFS= read -r line; do eval "$line"; done
        n=0; while [ $n -lt $keep ] && [ -e "$marker" ]; do sleep 1; n=$((n + 1)); done
        cleanup
        """;
    private readonly Process _process;
    private readonly Lock _lock = new();
    private int _count;
    private bool _released;

    private Guard(Process process) => _process = process;

    /// <summary>Starts a guard with nothing to do yet.</summary>
    public static Guard Start()
    {
        var info = new ProcessStartInfo(OperatingSystem.IsLinux() ? "setsid" : "/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Forked away, so that it is nobody's child: whoever kills this process with all its children must not kill its guard.
        if (OperatingSystem.IsLinux())
        {
            info.ArgumentList.Add("--fork");
            info.ArgumentList.Add("sh");
        }
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add(Script);
        return new Guard(Process.Start(info)!);
    }

    /// <summary>Adds a clean-up; the last one added runs first.</summary>
    /// <param name="cleanup">A shell command; quote what goes into it with <see cref="Quote"/>.</param>
    public void Add(string cleanup)
    {
        lock (_lock)
        {
            // Every clean-up calls the one before it, so they run in reverse order.
            var previous = _count == 0 ? ":" : $"cleanup{_count}";
            _count++;
            _process.StandardInput.WriteLine($"cleanup{_count}() {{ {cleanup}; {previous}; }}; cleanup() {{ cleanup{_count}; }}");
            _process.StandardInput.Flush();
        }
    }

    /// <summary>Adds the end of a process and its group: asked to stop, and killed after 10 seconds.</summary>
    public void AddEnd(int processId) => Add($"end {processId}");

    /// <summary>Lets everything run on after this process: until a file is removed, but never longer than a time.</summary>
    public void Keep(string marker, TimeSpan longest)
    {
        lock (_lock)
        {
            _process.StandardInput.WriteLine($"marker={Quote(marker)}; keep={(int)longest.TotalSeconds}");
            _process.StandardInput.Close();
            _released = true;
        }
    }

    /// <summary>Runs the clean-ups now and waits for them.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_released) return;
            _released = true;
            _process.StandardInput.Close();
        }
        // It prints nothing; the end of its output is its own end.
        _process.StandardOutput.ReadToEnd();
        _process.Dispose();
    }

    /// <summary>Quotes a word for the shell.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''")}'";
}
