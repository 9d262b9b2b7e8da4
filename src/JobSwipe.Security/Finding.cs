namespace JobSwipe.Security;

/// <summary>One scanner result.</summary>
/// <param name="Id">A CVE, or the rule's name.</param>
/// <param name="Where">Package and version, or the file.</param>
/// <param name="Severity">As the scanner says it, in capitals.</param>
/// <param name="Fix">The version that mends it; null when there is none.</param>
/// <param name="Blocks">Whether it stops a release.</param>
public sealed record Finding(string Id, string Where, string Severity, string? Fix, bool Blocks);
