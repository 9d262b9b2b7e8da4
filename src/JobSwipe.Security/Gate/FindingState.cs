namespace JobSwipe.Security.Gate;

/// <summary>What the gate says of a finding.</summary>
public enum FindingState
{
    /// <summary>It stops the release.</summary>
    Blocking,

    /// <summary>It would stop the release; a waiver holds.</summary>
    Waived,

    /// <summary>It would stop the release; the baseline knows it, and its days are not over.</summary>
    Known,

    /// <summary>It is severe and nobody has a fix yet; it stops the release on the day there is one.</summary>
    Unfixed,

    /// <summary>It is seen and stops nothing.</summary>
    Noted,
}

/// <summary>A finding and what the gate says of it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="State">What the gate says.</param>
/// <param name="Why">Why, for people.</param>
/// <param name="Due">The day from which it is overdue, UTC.</param>
/// <param name="Waiver">The waiver that holds, or held.</param>
/// <param name="Epss">How likely it is exploited within 30 days, 0 to 1.</param>
public sealed record JudgedFinding(Finding Finding, FindingState State, string Why, DateTimeOffset? Due, Waiver? Waiver, double? Epss);
