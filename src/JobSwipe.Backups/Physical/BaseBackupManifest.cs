using System.Security.Cryptography;
using System.Text;
using JobSwipe.Tools;

namespace JobSwipe.Backups.Physical;

/// <summary>A whole cluster as files: <c>base/&lt;id&gt;/manifest.json</c>, written last.</summary>
public sealed record BaseBackupManifest
{
    /// <summary>The version of this form.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Its name (<see cref="BackupId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The cluster's system identifier; WAL of another one cannot follow.</summary>
    public required string System { get; init; }

    /// <summary>The timeline it is on.</summary>
    public required uint Timeline { get; init; }

    /// <summary>Where recovery begins.</summary>
    public required string StartLsn { get; init; }

    /// <summary>From where on the cluster is consistent.</summary>
    public required string StopLsn { get; init; }

    /// <summary>When it began, by the server's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The first moment that can be restored, by the server's clock.</summary>
    public required DateTimeOffset StoppedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>PostgreSQL's version; a restored cluster needs the same major one.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>A database and a user that exist in it.</summary>
    public required string Database { get; init; }

    /// <summary>The user who took it.</summary>
    public required string User { get; init; }

    /// <summary>Who can read it: age recipients.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The tools that made it, with their versions.</summary>
    public required IReadOnlyDictionary<string, string> Tools { get; init; }

    /// <summary>The archive.</summary>
    public required BackedUpObject Archive { get; init; }

    /// <summary>SHA-256 of this document with this field empty.</summary>
    public string Sha256 { get; init; } = "";

    internal string ToJson() => Json.Write(this with { Sha256 = Hash() });

    /// <exception cref="ManifestInvalid">It is no manifest of this form, or was edited.</exception>
    internal static BaseBackupManifest Parse(string id, string json)
    {
        BaseBackupManifest manifest;
        try
        {
            manifest = Json.Read<BaseBackupManifest>(json, "The manifest");
        }
        catch (DeliveryError error)
        {
            throw new ManifestInvalid(id, error.Problem);
        }
        if (manifest.Id != id) throw new ManifestInvalid(id, $"it is the one of {manifest.Id}");
        return manifest.Sha256 == manifest.Hash() ? manifest : throw new ManifestInvalid(id, "it was changed after it was written");
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(this with { Sha256 = "" }))));
}

/// <summary>A base backup in a list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Manifest">What it holds; null when its manifest cannot be trusted.</param>
/// <param name="Problem">Why not.</param>
public sealed record BaseBackupEntry(string Id, BaseBackupManifest? Manifest, string? Problem);
