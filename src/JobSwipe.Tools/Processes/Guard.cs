using System.Diagnostics;

namespace JobSwipe.Tools.Processes;

/// <summary>
/// A shell that waits for this process to end and then cleans up after it. It is what makes a killed build leave nothing
/// behind: the pipe to its standard input closes when this process is gone, however it went.
/// </summary>
public sealed class Guard : IDisposable
{
    // A session of its own keeps Ctrl-C on the terminal away from it; its clean-up must outlive the build.
    private const string Script = "trap '' INT TERM HUP; while IFS= read -r line; do eval \"$line\"; done; cleanup";
    private readonly Process _process;
    private readonly Lock _lock = new();
    private int _count;
    private bool _released;

    private Guard(Process process) => _process = process;

    /// <summary>Starts a guard with nothing to do yet.</summary>
    public static Guard Start()
    {
        var info = new ProcessStartInfo(OperatingSystem.IsLinux() ? "setsid" : "/bin/sh") { RedirectStandardInput = true };
        if (OperatingSystem.IsLinux()) info.ArgumentList.Add("sh");
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("cleanup() { :; }; " + Script);
        var guard = new Guard(Process.Start(info)!);
        return guard;
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

    /// <summary>Adds the end of a process group.</summary>
    public void AddKill(int processId) => Add($"kill -9 -{processId} 2>/dev/null; kill -9 {processId} 2>/dev/null");

    /// <summary>Runs the clean-ups now and waits for them.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_released) return;
            _released = true;
            _process.StandardInput.Close();
        }
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Quotes a word for the shell.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''")}'";
}
