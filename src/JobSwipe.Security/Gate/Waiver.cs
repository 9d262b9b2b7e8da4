using System.IO.Enumeration;
using System.Text.Json.Serialization;

namespace JobSwipe.Security.Gate;

/// <summary>A finding that may stay for a while, and who says so. Every member is mandatory.</summary>
public sealed record Waiver
{
    /// <summary>A CVE or another name of the vulnerability, a scanner's rule, or a fingerprint.</summary>
    public required string Id { get; init; }

    /// <summary>The package or path that it holds for; <c>*</c> stands for anything.</summary>
    public required string Scope { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Why it may stay.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds, UTC.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Whether it is about a finding.</summary>
    public bool Matches(Finding finding) =>
        (finding.Ids.Contains(Id, StringComparer.OrdinalIgnoreCase) || finding.Fingerprint == Id)
        && (Fits(finding.Package) || Fits(finding.Path));

    /// <summary>Whether it holds no more.</summary>
    public bool IsExpired(DateTimeOffset now) => Expires < DateOnly.FromDateTime(now.UtcDateTime);

    private bool Fits(string? text) => text is not null && FileSystemName.MatchesSimpleExpression(Scope, text);
}
