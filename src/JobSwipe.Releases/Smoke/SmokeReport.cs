namespace JobSwipe.Releases.Smoke;

/// <summary>What a smoke test found.</summary>
/// <param name="Url">What was tested.</param>
/// <param name="Checks">Every check, in order.</param>
/// <param name="Screenshots">Pictures that the journeys left.</param>
public sealed record SmokeReport(string Url, IReadOnlyList<CheckResult> Checks, IReadOnlyList<string> Screenshots)
{
    /// <summary>Whether every check passed.</summary>
    public bool Passed => Checks.All(check => check.Failure is null);

    /// <summary>The failures, one line each.</summary>
    public IEnumerable<string> Failures => Checks.Where(check => check.Failure is not null).Select(check => $"{check.Name}: {check.Failure}");
}

/// <summary>One check's outcome.</summary>
/// <param name="Name">What it proves.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Failure">Why it failed; null when it passed.</param>
public sealed record CheckResult(string Name, double Seconds, string? Failure);
