using System.Diagnostics;

namespace JobSwipe.Tools.Processes;

/// <summary>A program that runs beside the build in a session of its own, writing to a log file, and is ended by a guard.</summary>
public sealed class Daemon
{
    private readonly Process _process;

    private Daemon(Process process, string logFile) => (_process, LogFile) = (process, logFile);

    /// <summary>Its process number, which is also its group's.</summary>
    public int Id => _process.Id;

    /// <summary>Where its output goes.</summary>
    public string LogFile { get; }

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="logFile">Where its output goes.</param>
    /// <param name="guard">Who ends it.</param>
    /// <param name="ready">Asked again and again until it says so.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="DaemonNotStarted">It ended, or was not ready in time.</exception>
    public static async Task<Daemon> StartAsync(
        Command command, string logFile, Guard guard, Func<Task<bool>> ready, TimeSpan patience, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var session = OperatingSystem.IsLinux() ? "setsid" : "/bin/sh";
        string[] script = ["-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "sh", logFile, command.File, .. command.Arguments];
        var detached = command with { File = session, Arguments = OperatingSystem.IsLinux() ? ["sh", .. script] : script };
        var info = detached.ToStartInfo();
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = false;
        var daemon = new Daemon(Process.Start(info)!, logFile);
        guard.AddEnd(daemon.Id);
        for (var clock = Stopwatch.StartNew(); !await ready(); await Task.Delay(50, cancellation))
        {
            if (daemon._process.HasExited) throw new DaemonNotStarted(command, $"it ended with exit code {daemon._process.ExitCode}", logFile);
            if (clock.Elapsed > patience) throw new DaemonNotStarted(command, $"it was not ready within {patience.TotalSeconds:0} s", logFile);
        }
        return daemon;
    }
}

/// <summary>A program beside the build did not come up.</summary>
public sealed class DaemonNotStarted(Command command, string why, string logFile) : DeliveryError(
    $"'{command}' did not start: {why}.{LastLines(logFile)}", $"Look into its log: {logFile}")
{
    private static string LastLines(string logFile) => File.Exists(logFile)
        ? string.Concat(File.ReadLines(logFile).TakeLast(6).Select(line => $"{Environment.NewLine}    {line}"))
        : "";
}
