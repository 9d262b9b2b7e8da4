using System.Diagnostics;
using JobSwipe.Security.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security;

/// <summary>A scanner: its settings give the arguments, its parser reads the report, this runs it.</summary>
/// <param name="Tool">The program's name.</param>
/// <param name="FindingsExitCode">The exit code for findings; 0 when it ends so in either case.</param>
public abstract record Scanner(string Tool, int FindingsExitCode)
{
    /// <summary>What it is called in results and files; one program may scan several things.</summary>
    public virtual string Name => Tool;

    /// <summary>The program to start, when it is not on PATH by its name.</summary>
    public string? Program { get; init; }

    /// <summary>The version that the arguments and the parser were written for.</summary>
    public abstract string PinnedVersion { get; }

    /// <summary>How it is brought to a machine; null when it comes with something else.</summary>
    public virtual ScannerInstall? Install => null;

    /// <summary>How long it may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Whether it prints its report, in place of writing a file.</summary>
    public virtual bool Prints => false;

    /// <summary>Whether its report may hold secrets, or lines of code with secrets: then it is removed as soon as it was read.</summary>
    public virtual bool ReportHoldsSecrets => false;

    /// <summary>The folder that it runs in; null is this process's own.</summary>
    public virtual string? WorkingDirectory => null;

    /// <summary>The arguments.</summary>
    /// <param name="report">Where the report goes; not used by one that prints it.</param>
    public abstract IReadOnlyList<string> ToArguments(string report);

    /// <summary>Reads a report.</summary>
    /// <exception cref="ReportInvalid">It has another shape, is cut off or is no report at all.</exception>
    public abstract IReadOnlyList<Finding> Parse(Stream report);

    /// <summary>
    /// Everything that decides the result: with the same inputs a second scan would say the same. Null when nobody can tell, as where a database is asked
    /// over the network.
    /// </summary>
    public virtual Task<string?> InputsAsync(CancellationToken cancellation = default) => Task.FromResult<string?>(null);

    /// <summary>What must hold before it runs, such as the age of its database; null when all is well.</summary>
    protected virtual Task<string?> RefusalAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>Runs the scanner and reads its report. Never throws for what a scanner does wrong: that is an outcome.</summary>
    /// <param name="folder">Where its report goes.</param>
    /// <param name="cancellation">Ends the scanner.</param>
    /// <param name="installing">Told what is installed first; null installs nothing.</param>
    public async Task<ScanResult> RunAsync(string folder, CancellationToken cancellation = default, Action<string>? installing = null)
    {
        Directory.CreateDirectory(folder);
        var report = Path.Combine(folder, Name + ".json");
        // A report of a former run must not be taken for this one's.
        File.Delete(report);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        ScanResult result;
        try
        {
            if (installing is not null && Install is { } install) await install.EnsureAsync(installing, patience.Token);
            result = await ScanAsync(report, patience.Token);
        }
        catch (ScannerNotInstalled exception)
        {
            result = ScanResult.NotRun(Name, exception.Problem);
        }
        catch (ToolMissing)
        {
            result = ScanResult.NotRun(Name, $"{Tool} is not on this machine");
        }
        catch (ReportInvalid exception)
        {
            result = ScanResult.Broken(Name, exception.Problem);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            result = ScanResult.Broken(Name, $"{Tool} did not end within {Patience.TotalSeconds:0.#} s");
        }
        finally
        {
            if (ReportHoldsSecrets) File.Delete(report);
        }
        return result with { At = started, Seconds = clock.Elapsed.TotalSeconds };
    }

    private async Task<ScanResult> ScanAsync(string report, CancellationToken cancellation)
    {
        if (await RefusalAsync(cancellation) is { } refusal) return ScanResult.Broken(Name, refusal);
        var command = new Command(Program ?? Install?.Locate() ?? Tool, ToArguments(report)) { WorkingDirectory = WorkingDirectory };
        CommandResult ended;
        if (Prints)
        {
            await using var running = RunningCommand.Start(command);
            await running.WriteInputAsync(null, cancellation);
            // To a file first: reports may be longer than memory should be.
            await using (var file = File.Create(report)) await running.Output.CopyToAsync(file, cancellation);
            ended = new CommandResult(await running.WaitAsync(cancellation), "", running.Errors);
        }
        else ended = await command.RunAsync(cancellation);
        return Judge(ended, report);
    }

    private ScanResult Judge(CommandResult ended, string report)
    {
        if (ended.ExitCode != 0 && ended.ExitCode != FindingsExitCode) throw new ReportInvalid(Tool, $"it ended with exit code {ended.ExitCode}{LastLine(ended)}");
        if (!File.Exists(report) || new FileInfo(report).Length == 0) throw new ReportInvalid(Tool, $"it wrote none{LastLine(ended)}");
        using var stream = File.OpenRead(report);
        var findings = Parse(stream);
        var found = findings.Count(finding => finding.Kind != FindingKind.Unchecked);
        if (ended.ExitCode != 0 && found == 0) throw new ReportInvalid(Tool, $"its exit code {ended.ExitCode} says findings and its report has none{LastLine(ended)}");
        if (ended.ExitCode == 0 && FindingsExitCode != 0 && found > 0) throw new ReportInvalid(Tool, $"its exit code says no findings and its report has {found}");
        return ScanResult.Of(Name, findings);
    }

    private static string LastLine(CommandResult ended) => ended.Error.Trim() is { Length: > 0 } error ? ": " + error.Split('\n')[^1].Trim() : "";
}
