using JobSwipe.Reports;
using JobSwipe.Tools;

namespace JobSwipe.Rehearsal;

/// <summary>What is rehearsed, and where its results go.</summary>
public sealed record RehearsalSettings
{
    /// <summary>The platform of this machine.</summary>
    public required LocalPlatformSettings Platform { get; init; }

    /// <summary>The release to rehearse: <c>release.json</c>.</summary>
    public required string ReleaseFile { get; init; }

    /// <summary>Where <c>rehearsal.json</c>, screenshots and traces go.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the page goes.</summary>
    public required string ReportFolder { get; init; }

    /// <summary>Whether everything runs on afterwards.</summary>
    public bool Keep { get; init; }

    /// <summary>How long the bad release may try to become healthy.</summary>
    public TimeSpan BadReleasePatience { get; init; } = TimeSpan.FromSeconds(3);
}

/// <summary>What a rehearsal left.</summary>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Page">The report.</param>
/// <param name="Json">The steps as JSON.</param>
public sealed record RehearsalResult(IReadOnlyList<Step> Steps, string Page, string Json);

/// <summary>A step of the rehearsal failed.</summary>
public sealed class RehearsalFailed(RehearsalResult result) : DeliveryError(
    $"The rehearsal failed at {Failed(result).Name}: {Failed(result).Detail}", $"The report says what was done before: {result.Page}")
{
    private static Step Failed(RehearsalResult result) => result.Steps.First(step => step.Outcome == StepOutcome.Failed);
}
