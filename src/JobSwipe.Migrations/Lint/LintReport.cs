namespace JobSwipe.Migrations.Lint;

/// <summary>What linting found.</summary>
/// <param name="Files">How many scripts were read.</param>
/// <param name="Findings">Findings that no waiver allows, by file and place.</param>
/// <param name="Waived">Findings that a waiver allows.</param>
public sealed record LintReport(int Files, IReadOnlyList<LintFinding> Findings, IReadOnlyList<LintFinding> Waived)
{
    /// <summary>Whether any finding matters as much as this, or more; never for <see cref="LintSeverity.Off"/>.</summary>
    public bool Fails(LintSeverity failOn) => failOn != LintSeverity.Off && Findings.Any(finding => finding.Severity >= failOn);

    /// <exception cref="LintFailed">A finding matters as much as this, or more.</exception>
    public void RequireBelow(LintSeverity failOn)
    {
        if (Fails(failOn)) throw new LintFailed(Findings.Count(finding => finding.Severity >= failOn), failOn);
    }
}
