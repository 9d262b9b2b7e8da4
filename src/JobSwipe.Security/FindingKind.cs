namespace JobSwipe.Security;

/// <summary>What was found.</summary>
public enum FindingKind
{
    /// <summary>A package with a published vulnerability.</summary>
    Vulnerability,

    /// <summary>A key or password where it should not be.</summary>
    Secret,

    /// <summary>A file that configures something unsafely.</summary>
    Misconfiguration,

    /// <summary>Code that does something unsafe.</summary>
    Code,

    /// <summary>Something that the scanner could not look at: nothing is known about it.</summary>
    Unchecked,
}
