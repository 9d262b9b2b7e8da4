namespace JobSwipe.Security.Gate;

/// <summary>All that the gate looks at.</summary>
public sealed record GateInput
{
    /// <summary>What the scanners said.</summary>
    public required IReadOnlyList<ScanResult> Scans { get; init; }

    /// <summary>The scanners that must have said something; one that is not in <see cref="Scans"/> did not run.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>The rules.</summary>
    public SecurityPolicy Policy { get; init; } = SecurityPolicy.Default;

    /// <summary>The exceptions.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>What the main branch has.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>When findings were first seen, UTC, by fingerprint.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> FirstSeen { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>What is exploited.</summary>
    public KnownExploited KnownExploited { get; init; } = KnownExploited.None;

    /// <summary>What is likely to be.</summary>
    public Epss Epss { get; init; } = Epss.None;

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}
