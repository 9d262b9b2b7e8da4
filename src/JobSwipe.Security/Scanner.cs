using System.Text.Json;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security;

/// <summary>A scanner: its settings give the arguments, its parser reads the report, this runs it.</summary>
/// <param name="Tool">The program's name.</param>
/// <param name="FindingsExitCode">The exit code that we asked for when there are findings: distinct from every error code.</param>
public abstract record Scanner(string Tool, int FindingsExitCode)
{
    /// <summary>The arguments.</summary>
    /// <param name="report">Where the JSON report goes.</param>
    public abstract IReadOnlyList<string> ToArguments(string report);

    /// <summary>Reads a report.</summary>
    /// <exception cref="ReportInvalid">It has another shape.</exception>
    public abstract IReadOnlyList<Finding> Parse(JsonElement report);

    /// <summary>Runs the scanner and judges its report. Never throws for what a scanner does wrong: that is an outcome.</summary>
    public async Task<ScanResult> RunAsync(string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var report = Path.Combine(folder, Tool + ".json");
        // A report of a former run must not be taken for this one's.
        File.Delete(report);
        CommandResult ended;
        try
        {
            ended = await new Command(Tool, ToArguments(report)).RunAsync(cancellation);
        }
        catch (ToolMissing)
        {
            return ScanResult.NotRun(Tool, $"{Tool} is not on this machine");
        }
        try
        {
            return Judge(ended, report);
        }
        catch (ReportInvalid exception)
        {
            return new ScanResult(Tool, ScanOutcome.ScannerError, 0, 0, exception.Problem);
        }
    }

    private ScanResult Judge(CommandResult ended, string report)
    {
        if (ended.ExitCode != 0 && ended.ExitCode != FindingsExitCode)
            throw new ReportInvalid(Tool, $"it ended with exit code {ended.ExitCode}: {ended.Error.Trim().Split('\n')[^1]}");
        if (!File.Exists(report) || new FileInfo(report).Length == 0) throw new ReportInvalid(Tool, "it wrote none");
        using var json = Open(report);
        var findings = Parse(json.RootElement);
        if (ended.ExitCode == FindingsExitCode && findings.Count == 0) throw new ReportInvalid(Tool, "its exit code says findings and its report has none");
        var blocking = findings.Where(finding => finding.Blocks).ToArray();
        var detail = blocking.Length == 0
            ? $"{findings.Count} findings, none stops the release"
            : $"{blocking.Length} of {findings.Count} findings stop the release: {string.Join(", ", blocking.Take(3).Select(finding => $"{finding.Id} in {finding.Where}"))}";
        return new ScanResult(Tool, blocking.Length == 0 ? ScanOutcome.Passed : ScanOutcome.Blocked, findings.Count, blocking.Length, detail);
    }

    private JsonDocument Open(string report)
    {
        try
        {
            using var file = File.OpenRead(report);
            return JsonDocument.Parse(file);
        }
        catch (JsonException exception)
        {
            throw new ReportInvalid(Tool, $"it is not JSON: {exception.Message}");
        }
    }
}
