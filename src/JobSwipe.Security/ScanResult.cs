using System.Text.Json.Serialization;

namespace JobSwipe.Security;

/// <summary>What a scanner's run, or the gate, came to. Only <see cref="Passed"/> lets a release through.</summary>
public enum ScanOutcome
{
    /// <summary>It ran, its report was read, and nothing in it stops a release.</summary>
    Passed,

    /// <summary>It found something that stops a release.</summary>
    Blocked,

    /// <summary>It broke, or its report is missing, cut or of another shape: nothing is known.</summary>
    ScannerError,

    /// <summary>It is not on this machine: nothing is known.</summary>
    NotRun,
}

/// <summary>One scanner's run.</summary>
/// <param name="Tool">The scanner.</param>
/// <param name="Outcome">What it came to, by the default policy and without waivers; the gate has the last word.</param>
/// <param name="Findings">How many findings its report holds.</param>
/// <param name="Blocking">How many of them stop a release.</param>
/// <param name="Detail">One line for people.</param>
public sealed record ScanResult(string Tool, ScanOutcome Outcome, int Findings, int Blocking, string Detail)
{
    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What it found.</summary>
    public IReadOnlyList<Finding> Found { get; init; } = [];

    /// <summary>What decided it (<see cref="Scanner.InputsAsync"/>); null when nobody can tell.</summary>
    public string? Inputs { get; init; }

    /// <summary>Whether something is known.</summary>
    [JsonIgnore]
    public bool Ran => Outcome is ScanOutcome.Passed or ScanOutcome.Blocked;

    /// <summary>The scanner is not there.</summary>
    public static ScanResult NotRun(string tool, string why) => new(tool, ScanOutcome.NotRun, 0, 0, $"not run: {why}");

    /// <summary>The scanner broke.</summary>
    public static ScanResult Broken(string tool, string why) => new(tool, ScanOutcome.ScannerError, 0, 0, why);

    /// <summary>The scanner ran.</summary>
    public static ScanResult Of(string tool, IReadOnlyList<Finding> findings)
    {
        var blocking = findings.Where(Gate.SecurityPolicy.Default.Blocks).ToArray();
        var detail = blocking.Length == 0
            ? $"{findings.Count} findings, none stops the release"
            : $"{blocking.Length} of {findings.Count} findings stop the release: {string.Join(", ", blocking.Take(3).Select(finding => $"{finding.Rule} in {finding.Package ?? finding.Path}"))}";
        return new ScanResult(tool, blocking.Length == 0 ? ScanOutcome.Passed : ScanOutcome.Blocked, findings.Count, blocking.Length, detail) { Found = findings };
    }
}
