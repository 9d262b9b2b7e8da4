using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace JobSwipe.Security;

/// <summary>One result of one or more scanners. It never holds a secret's value.</summary>
public sealed record Finding
{
    /// <summary>The scanner.</summary>
    public required string Tool { get; init; }

    /// <summary>Other scanners that found the same.</summary>
    public IReadOnlyList<string> AlsoBy { get; init; } = [];

    /// <summary>What it is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The vulnerability's best known name (CVE before GHSA before others), or the scanner's rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Other names of the same vulnerability.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The package, as its ecosystem writes it.</summary>
    public string? Package { get; init; }

    /// <summary>The version that is used.</summary>
    public string? Version { get; init; }

    /// <summary>The first version without it; null when there is none.</summary>
    public string? FixedVersion { get; init; }

    /// <summary>The file, lock file or image.</summary>
    public required string Path { get; init; }

    /// <summary>The line, for people; no part of the fingerprint.</summary>
    public int? Line { get; init; }

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; init; }

    /// <summary>CVSS 3 base score, 0 to 10; null when nobody says.</summary>
    public double? Cvss { get; init; }

    /// <summary>One line for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where to read more; http or https only.</summary>
    public string? Link { get; init; }

    /// <summary>A keyed hash of the secret; see <see cref="SecretHash"/>.</summary>
    public string? Secret { get; init; }

    /// <summary>When it was first seen, UTC; null until the history was asked.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>Every name.</summary>
    [JsonIgnore]
    public IEnumerable<string> Ids => Aliases.Prepend(Rule);

    /// <summary>
    /// What makes it the same finding tomorrow: 32 hexadecimal digits. Neither line nor commit, which move; for a vulnerability neither scanner nor
    /// path, so that two scanners count once.
    /// </summary>
    public string Fingerprint => Hash(Kind == FindingKind.Vulnerability
        ? [nameof(FindingKind.Vulnerability), Rule, NormalizedPackage]
        : [Kind.ToString(), Tool, Rule, Package ?? "", Path, Secret ?? ""]);

    /// <summary>The package without the differences that ecosystems ignore (PEP 503).</summary>
    [JsonIgnore]
    public string NormalizedPackage => (Package ?? "").ToLowerInvariant().Replace('_', '-').Replace('.', '-');

    private static string Hash(string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
