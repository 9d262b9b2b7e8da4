using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>What a backup holds and how it was made: <c>manifest.json</c>, written last. A backup without one does not exist.</summary>
public sealed record BackupManifest
{
    /// <summary>The version of this form that is written.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of this form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The backup's name (<see cref="BackupId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The database's name.</summary>
    public required string Database { get; init; }

    /// <summary>PostgreSQL's version on the server.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>How the database encodes and orders text.</summary>
    public required DatabaseLocale Locale { get; init; }

    /// <summary>When the snapshot was taken, by this machine's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The exported snapshot that all archives share.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The release that was deployed.</summary>
    public string? Release { get; init; }

    /// <summary>The newest migration that was applied.</summary>
    public string? MigrationHead { get; init; }

    /// <summary>Who can read it: age recipients.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The tools that made it, with their versions.</summary>
    public required IReadOnlyDictionary<string, string> Tools { get; init; }

    /// <summary>How checksums of tables are made.</summary>
    public required string ChecksumMethod { get; init; }

    /// <summary>Every table with its rows, by name.</summary>
    public required IReadOnlyList<BackedUpTable> Tables { get; init; }

    /// <summary>Every object beside the manifest and the README, main archive first.</summary>
    public required IReadOnlyList<BackedUpObject> Objects { get; init; }

    /// <summary>Indexes and constraints that were not valid then; null when all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Invalid { get; init; }

    /// <summary>SHA-256 of this document with this field empty: an edited manifest is noticed.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Stored bytes of all objects.</summary>
    [JsonIgnore]
    public long StoredBytes => Objects.Sum(part => part.StoredBytes);

    internal BackupManifest Sealed() => this with { Sha256 = Hash() };

    internal string ToJson() => Write(Sealed());

    /// <exception cref="ManifestInvalid">It is no manifest of this form, or was edited.</exception>
    internal static BackupManifest Parse(string id, string json)
    {
        BackupManifest manifest;
        try
        {
            manifest = Json.Read<BackupManifest>(json, "The manifest");
        }
        catch (DeliveryError error)
        {
            throw new ManifestInvalid(id, error.Problem);
        }
        if (manifest.Schema != CurrentSchema) throw new ManifestInvalid(id, $"it has the form {manifest.Schema}, and this version reads {CurrentSchema}");
        if (manifest.Id != id) throw new ManifestInvalid(id, $"it is the one of {manifest.Id}");
        if (manifest.Sha256 != manifest.Hash()) throw new ManifestInvalid(id, "it was changed after it was written");
        return manifest;
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(this with { Sha256 = "" }))));

    private static string Write(BackupManifest manifest) => Json.Write(manifest, ManifestJson.Own.BackupManifest);
}

/// <summary>A table as it was at the snapshot.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Checksum">Their checksum, by the manifest's method.</param>
/// <param name="Bytes">Bytes on disk then.</param>
/// <param name="Archive">The object that holds its rows.</param>
public sealed record BackedUpTable(TableName Table, long Rows, string Checksum, long Bytes, string Archive);

/// <summary>An object of a backup.</summary>
/// <param name="Name">Its key below the backup's folder.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="PlainBytes">Length before compression.</param>
/// <param name="PlainSha256">SHA-256 before compression.</param>
/// <param name="StoredBytes">Length as stored.</param>
/// <param name="StoredSha256">SHA-256 as stored.</param>
public sealed record BackedUpObject(string Name, ObjectKind Kind, long PlainBytes, string PlainSha256, long StoredBytes, string StoredSha256);

/// <summary>What an object of a backup holds.</summary>
public enum ObjectKind
{
    /// <summary>A pg_dump archive of everything but the rows that have an archive of their own.</summary>
    Main,

    /// <summary>A pg_dump archive of one table's rows.</summary>
    Table,

    /// <summary>SQL of roles and tablespaces.</summary>
    Globals,

    /// <summary>A tar archive of a whole cluster's files.</summary>
    Base,
}
