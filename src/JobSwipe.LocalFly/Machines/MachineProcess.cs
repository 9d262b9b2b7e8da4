using System.Diagnostics;

namespace JobSwipe.LocalFly.Machines;

/// <summary>
/// A machine's program, under a shell that takes signals' names from a pipe. When this platform is gone, however it went, the pipe ends and
/// the shell kills the program with everything it started. Until it serves, its session (autogroup, sched(7)) stands back: on Fly a machine that
/// starts takes nothing from those that serve, here they share their processors.
/// </summary>
internal sealed class MachineProcess
{
    // Job control gives the program a process group of its own and the signals their ordinary meaning: without it, a shell
    // starts what runs in the background with SIGINT ignored.
    private const string Script = """
        set -m
        share() { if [ -w /proc/$$/autogroup ]; then echo "$1" >/proc/$$/autogroup; fi; } 2>/dev/null
        share 10
        exec 3<&0
        "$@" </dev/null 3<&- &
        pid=$!
        ( while IFS= read -r signal; do if [ "$signal" = SERVE ]; then share 0; else kill -s "$signal" -- "$pid" 2>/dev/null; fi; done <&3; kill -s KILL -- "-$pid" ) 2>/dev/null &
        watch=$!
        exec 3<&-
        wait "$pid"
        code=$?
        kill -s KILL -- "-$watch" "-$pid" 2>/dev/null
        exit "$code"
        """;

    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(1);
    private readonly Process _process;
    private readonly Lock _signals = new();
    private int _serving;

    private MachineProcess(Process process)
    {
        _process = process;
        Ended = EndAsync();
    }

    /// <summary>Its exit code, when it has ended.</summary>
    public Task<int> Ended { get; }

    /// <summary>Starts a program with exactly these variables; every line that it prints is handed on.</summary>
    public static MachineProcess Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> env, Action<string> line)
    {
        var info = new ProcessStartInfo("setsid", ["bash", "-c", Script, "machine", .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        info.Environment["PATH"] = DefaultPath;
        if (Environment.GetEnvironmentVariable("TMPDIR") is { } temporary) info.Environment["TMPDIR"] = temporary;
        foreach (var (name, value) in env) info.Environment[name] = value;
        var process = new Process { StartInfo = info, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, data) => { if (data.Data is not null) line(data.Data); };
        process.ErrorDataReceived += (_, data) => { if (data.Data is not null) line(data.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new MachineProcess(process);
    }

    /// <summary>Gives it its whole share of the processors from now on.</summary>
    public void Serve()
    {
        if (Interlocked.Exchange(ref _serving, 1) == 0) Signal("SERVE");
    }

    /// <summary>Sends a signal, and kills what has not ended in time.</summary>
    public async Task StopAsync(string signal, TimeSpan patience)
    {
        Signal(signal.Replace("SIG", ""));
        if (await Task.WhenAny(Ended, Task.Delay(patience)) == Ended) return;
        Signal("KILL");
        await Ended;
    }

    private async Task<int> EndAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.Exited += (_, _) => ended.TrySetResult();
        if (_process.HasExited) ended.TrySetResult();
        await ended.Task;
        // Something that left the program's session may keep the pipes open for ever.
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(LastLines));
        return _process.ExitCode;
    }

    private void Signal(string signal)
    {
        try
        {
            // A check may pass in the moment in which the machine is stopped.
            lock (_signals)
            {
                _process.StandardInput.WriteLine(signal);
                _process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // It has ended.
        }
    }
}
