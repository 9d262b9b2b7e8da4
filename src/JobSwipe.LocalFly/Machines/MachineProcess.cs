using System.Diagnostics;

namespace JobSwipe.LocalFly.Machines;

/// <summary>
/// A machine's program, under a shell that takes signals' names from a pipe. When this platform is gone, however it went, the pipe ends and
/// the shell kills the program with everything it started.
/// </summary>
internal sealed class MachineProcess
{
    // Job control gives the program a process group of its own and the signals their ordinary meaning: without it, a shell
    // starts what runs in the background with SIGINT ignored.
    private const string Script = """
        set -m
        exec 3<&0
        "$@" </dev/null 3<&- &
        pid=$!
        ( while IFS= read -r signal; do kill -s "$signal" -- "$pid" 2>/dev/null; done <&3; kill -s KILL -- "-$pid" ) 2>/dev/null &
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

    /// <summary>Sends a signal, and kills what has not ended in time.</summary>
    public async Task StopAsync(string signal, TimeSpan patience)
    {
        await SignalAsync(signal.Replace("SIG", ""));
        if (await Task.WhenAny(Ended, Task.Delay(patience)) == Ended) return;
        await SignalAsync("KILL");
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

    private async Task SignalAsync(string signal)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(signal);
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended.
        }
    }
}
