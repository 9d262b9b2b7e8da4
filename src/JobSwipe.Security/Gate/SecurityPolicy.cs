using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>What stops a release: <c>.nuke/security-policy.json</c>; what it does not say is as here.</summary>
public sealed record SecurityPolicy
{
    /// <summary>The policy of a repository without a file.</summary>
    public static SecurityPolicy Default { get; } = new();

    /// <summary>The severity from which a finding that can be fixed stops a release.</summary>
    public Severity BlockFrom { get; init; } = Severity.High;

    /// <summary>Whether only what the baseline does not know stops a release. What is exploited or overdue, or has a fix since, always does.</summary>
    public bool NewOnly { get; init; }

    /// <summary>Days from first seen until a finding that can be fixed stops a release, whatever the baseline knows.</summary>
    public IReadOnlyDictionary<Severity, int> DaysToFix { get; init; } =
        new Dictionary<Severity, int> { [Severity.Critical] = 7, [Severity.High] = 30, [Severity.Medium] = 90, [Severity.Low] = 365 };

    /// <summary>The longest that a waiver may hold from today, in days; at most 90.</summary>
    public int WaiverDays { get; init; } = LongestWaiver;

    /// <summary>How old a database of vulnerabilities may be, in hours.</summary>
    public int DatabaseHours { get; init; } = 72;

    /// <summary>How old a scanner's result may be when the gate reads it, in hours.</summary>
    public int ResultHours { get; init; } = 24;

    /// <summary>How old the list of exploited vulnerabilities may be before the gate warns, in days.</summary>
    public int KnownExploitedDays { get; init; } = 30;

    private const int LongestWaiver = 90;

    /// <summary>Whether a finding of itself stops a release: it is severe and can be fixed, or it is a secret.</summary>
    /// <remarks>No scanner here proves that a secret is live, so each counts as if it were. Code and configuration are ours to fix.</remarks>
    public bool Blocks(Finding finding) => finding.Kind switch
    {
        FindingKind.Secret => true,
        FindingKind.Unchecked => false,
        FindingKind.Vulnerability => finding.Severity >= BlockFrom && finding.FixedVersion is not null,
        _ => finding.Severity >= BlockFrom,
    };

    /// <summary>The day from which a finding is overdue; null when it has no fix or no limit.</summary>
    public DateTimeOffset? Due(Finding finding) =>
        finding.FirstSeen is { } seen && DaysToFix.TryGetValue(finding.Severity, out var days) && (finding.Kind != FindingKind.Vulnerability || finding.FixedVersion is not null)
            ? seen.AddDays(days) : null;

    /// <summary>Reads a policy; the default one when there is no file.</summary>
    /// <exception cref="DeliveryError">It has an unknown key or a value that means nothing.</exception>
    public static SecurityPolicy Load(string path)
    {
        if (!File.Exists(path)) return Default;
        var policy = StrictJson.Read<SecurityPolicy>(File.ReadAllText(path), path);
        var wrong = policy switch
        {
            { WaiverDays: < 1 or > LongestWaiver } => $"waiverDays is {policy.WaiverDays}; it is 1 to {LongestWaiver}",
            { DatabaseHours: < 1 } => $"databaseHours is {policy.DatabaseHours}; it is at least 1",
            { ResultHours: < 1 } => $"resultHours is {policy.ResultHours}; it is at least 1",
            { BlockFrom: Severity.Unknown } => "blockFrom is unknown; it is low, medium, high or critical",
            _ when policy.DaysToFix.Any(days => days.Value < 0) => "daysToFix has a negative number",
            _ => null,
        };
        return wrong is null ? policy : throw new DeliveryError($"{path}: {wrong}.", "Correct it.");
    }
}
