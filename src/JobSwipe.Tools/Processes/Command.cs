using System.Diagnostics;

namespace JobSwipe.Tools.Processes;

/// <summary>A program and its argument list, ready to start. Arguments are never joined into a shell string.</summary>
/// <param name="File">A path, or a name that is looked up on PATH.</param>
/// <param name="Arguments">One element an argument; secrets never belong here, since every user can read them.</param>
public sealed record Command(string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables added to the environment; null removes one. Secrets travel here.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The folder to run in; null is this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Text written to standard input, which is then closed.</summary>
    public string? Input { get; init; }

    /// <summary>The same command with more variables.</summary>
    public Command With(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var merged = new Dictionary<string, string?>(Environment);
        foreach (var (name, value) in variables) merged[name] = value;
        return this with { Environment = merged };
    }

    /// <summary>Runs to the end and returns what happened, whatever the exit code.</summary>
    /// <exception cref="ToolMissing">The program cannot be started.</exception>
    public async Task<CommandResult> RunAsync(CancellationToken cancellation = default, Action<string>? onLine = null)
    {
        await using var running = RunningCommand.Start(this);
        var output = running.ReadOutputAsync(onLine);
        await running.WriteInputAsync(Input, cancellation);
        var exitCode = await running.WaitAsync(cancellation);
        return new CommandResult(exitCode, await output, running.Errors);
    }

    /// <summary>Runs to the end and returns standard output.</summary>
    /// <exception cref="CommandFailed">The exit code was not 0.</exception>
    public async Task<string> OutputAsync(CancellationToken cancellation = default, Action<string>? onLine = null)
    {
        var result = await RunAsync(cancellation, onLine);
        return result.ExitCode == 0 ? result.Output : throw new CommandFailed(this, result);
    }

    internal ProcessStartInfo ToStartInfo()
    {
        var info = new ProcessStartInfo(File)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = WorkingDirectory ?? "",
        };
        foreach (var argument in Arguments) info.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment)
        {
            if (value is null) info.Environment.Remove(name);
            else info.Environment[name] = value;
        }
        return info;
    }

    /// <summary>The command as a person would type it; for messages only.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(System.IO.Path.GetFileName(File)).Select(Quote));

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@,%+".Contains(c))
            ? argument
            : $"'{argument.Replace("'", "'\\''")}'";
}
