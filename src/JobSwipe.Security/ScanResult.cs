namespace JobSwipe.Security;

/// <summary>What a scanner's run came to. Only <see cref="Passed"/> lets a release through.</summary>
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
/// <param name="Outcome">What it came to.</param>
/// <param name="Findings">How many findings its report holds.</param>
/// <param name="Blocking">How many of them stop a release.</param>
/// <param name="Detail">One line for people.</param>
public sealed record ScanResult(string Tool, ScanOutcome Outcome, int Findings, int Blocking, string Detail)
{
    /// <summary>The scanner is not there.</summary>
    public static ScanResult NotRun(string tool, string why) => new(tool, ScanOutcome.NotRun, 0, 0, $"not run: {why}");
}
