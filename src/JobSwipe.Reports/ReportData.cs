using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;

namespace JobSwipe.Reports;

/// <summary>Everything that the report page shows; also written beside it as <c>report.json</c>.</summary>
public sealed record ReportData
{
    /// <summary>The document's format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>What was released; null when nothing was built.</summary>
    public Release? Release { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Facts that were proved, for people.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>The deployments, newest first.</summary>
    public IReadOnlyList<DeploymentRecord> Deployments { get; init; } = [];

    /// <summary>What else is known: delivery, backups, migrations, security, monitoring.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Pictures to show: files that are copied beside the page.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}

/// <summary>One step and its outcome.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Detail">What came of it, one line.</param>
public sealed record Step(string Name, StepOutcome Outcome, double Seconds, string Detail);

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>It did what it must.</summary>
    Passed,

    /// <summary>It did not.</summary>
    Failed,

    /// <summary>It was not run; the detail says why. Never counts as passed.</summary>
    NotRun,
}

/// <summary>A fact that was proved.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">The figure, with its unit.</param>
public sealed record Proof(string Name, string Value);

/// <summary>A picture.</summary>
/// <param name="File">The PNG file.</param>
/// <param name="Caption">What it shows.</param>
public sealed record Picture(string File, string Caption);
