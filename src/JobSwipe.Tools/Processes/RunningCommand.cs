using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace JobSwipe.Tools.Processes;

/// <summary>A started command whose streams can be read and written. Disposing kills what still runs, with its children.</summary>
public sealed class RunningCommand : IAsyncDisposable
{
    private const int ErrorLimit = 64 * 1024;
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task _errorReader;

    private RunningCommand(Command command, Process process)
    {
        Command = command;
        _process = process;
        _errorReader = ReadErrorsAsync();
    }

    /// <summary>What was started.</summary>
    public Command Command { get; }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Raw standard input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Raw standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The last 64 KiB of standard error so far.</summary>
    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <summary>Starts a command.</summary>
    /// <exception cref="ToolMissing">The program does not exist or may not be executed.</exception>
    public static RunningCommand Start(Command command)
    {
        try
        {
            return new RunningCommand(command, Process.Start(command.ToStartInfo())!);
        }
        catch (Win32Exception exception)
        {
            throw new ToolMissing(command.File, exception.Message);
        }
    }

    /// <summary>Writes text (nothing for null) and closes standard input.</summary>
    public async Task WriteInputAsync(string? text, CancellationToken cancellation = default)
    {
        try
        {
            if (text is not null) await _process.StandardInput.WriteAsync(text.AsMemory(), cancellation);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input; its exit code says why.
        }
    }

    /// <summary>Reads standard output as text to the end.</summary>
    public async Task<string> ReadOutputAsync(Action<string>? onLine = null)
    {
        if (onLine is null) return await _process.StandardOutput.ReadToEndAsync();
        var all = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            onLine(line);
        }
        return all.ToString();
    }

    /// <summary>Waits for the end and returns the exit code. When cancelled, kills the whole tree first.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellation = default)
    {
        try
        {
            await _process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw;
        }
        await _errorReader;
        return _process.ExitCode;
    }

    /// <summary>Kills it and its children; nothing happens when it has ended.</summary>
    public void Kill()
    {
        // To look for children means to read all of /proc.
        if (_process.HasExited) return;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Ended in the meantime.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new char[4096];
        int read;
        while ((read = await _process.StandardError.ReadAsync(buffer)) > 0)
        {
            lock (_errors)
            {
                _errors.Append(buffer, 0, read);
                if (_errors.Length > ErrorLimit) _errors.Remove(0, _errors.Length - ErrorLimit);
            }
        }
    }
}
