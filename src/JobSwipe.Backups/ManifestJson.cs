using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>The manifest's form, made by the compiler: finding it out by reflection takes a tenth of a second at the end of every backup.</summary>
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>Written as this project writes JSON.</summary>
    public static ManifestJson Own { get; } = new(new JsonSerializerOptions(Json.Options));
}
