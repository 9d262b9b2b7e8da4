using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.Printing;

namespace Nuke.Common.Tooling;

/// <summary>A process whose lines are gathered and shown.</summary>
internal sealed class ChildProcess : IProcess
{
    // What a daemon that the process left behind writes belongs to nobody; it may hold the pipe open for ever.
    private static readonly TimeSpan s_patienceAfterExit = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly int? _timeout;
    private readonly List<Output> _output = [];
    private readonly IDisposable _tracking;
    private readonly Task _reading;

    private ChildProcess(Process process, int? timeout, Action<OutputType, string> logger, Func<string, string> filter)
    {
        _process = process;
        _timeout = timeout;
        FileName = process.StartInfo.FileName;
        Arguments = Masker.Shared.Mask(filter(process.StartInfo.Arguments));
        WorkingDirectory = process.StartInfo.WorkingDirectory;
        Id = process.Id;
        _tracking = ChildProcesses.Track(process);
        _reading = Task.WhenAll(
            Task.Factory.StartNew(() => Read(process.StandardOutput, OutputType.Std, logger, filter), TaskCreationOptions.LongRunning),
            Task.Factory.StartNew(() => Read(process.StandardError, OutputType.Err, logger, filter), TaskCreationOptions.LongRunning));
    }

    public string FileName { get; }

    public string Arguments { get; }

    public string WorkingDirectory { get; }

    public int Id { get; }

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public IReadOnlyCollection<Output> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    public static ChildProcess Start(ProcessStartInfo start, int? timeout, Action<OutputType, string> logger, Func<string, string> filter, string input)
    {
        ChildProcesses.Mark(start);
        var process = Process.Start(start).NotNull($"Program '{start.FileName}' could not be started");
        var child = new ChildProcess(process, timeout, logger, filter);
        if (input != null)
            Feed(process, input);
        return child;
    }

    public bool WaitForExit()
    {
        if (!_process.WaitForExit(_timeout ?? -1))
        {
            Kill();
            return false;
        }

        _reading.Wait(s_patienceAfterExit);
        _tracking.Dispose();
        return true;
    }

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(s_patienceAfterExit);
        _tracking.Dispose();
    }

    public void Dispose()
    {
        _tracking.Dispose();
        _process.Dispose();
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            using var writer = process.StandardInput;
            writer.Write(input);
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }

    private void Read(StreamReader reader, OutputType type, Action<OutputType, string> logger, Func<string, string> filter)
    {
        try
        {
            while (reader.ReadLine() is { } line)
            {
                lock (_output)
                    _output.Add(new Output { Type = type, Text = line });
                logger?.Invoke(type, filter(line));
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException)
        {
            // The process was disposed before it had ended.
        }
    }
}
