using System.Security.Cryptography;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Mobile;

/// <summary>What one build of the app made: <c>mobile.json</c>.</summary>
/// <param name="Version">The release's version.</param>
/// <param name="BuildNumber">The version that stores compare.</param>
/// <param name="Artifacts">The files.</param>
public sealed record MobileRelease(string Version, int BuildNumber, IReadOnlyList<MobileArtifact> Artifacts)
{
    /// <summary>Reads one; null when there is none.</summary>
    public static MobileRelease? Load(string path) => File.Exists(path) ? Json.Read<MobileRelease>(File.ReadAllText(path), path) : null;

    /// <summary>Checks it beside the last one: the number grew, and no file grew too much.</summary>
    /// <param name="last">The last one; null for the first.</param>
    /// <param name="growth">By what share a file may grow, 0.1 for a tenth.</param>
    /// <exception cref="MobileSettingsInvalid">It is no successor.</exception>
    public void RequireAfter(MobileRelease? last, double growth)
    {
        if (last is null || last.BuildNumber == BuildNumber && last.Version == Version) return;
        if (BuildNumber <= last.BuildNumber) throw new MobileSettingsInvalid($"the build number {BuildNumber} is not above the last one's, {last.BuildNumber}", "Build a newer commit.");
        foreach (var artifact in Artifacts)
            if (last.Artifacts.FirstOrDefault(item => item.Name == artifact.Name) is { Bytes: > 0 } before && artifact.Bytes > before.Bytes * (1 + growth))
                throw new MobileSettingsInvalid($"{artifact.Name} grew from {before.Bytes / 1e6:0.0} to {artifact.Bytes / 1e6:0.0} MB, and {growth:P0} are allowed", "Find what came in, or allow more with --size-growth.");
    }

    /// <summary>The permissions that the last one did not ask for; empty when either is not known, and for the first.</summary>
    public IReadOnlyList<string> NewPermissions(MobileRelease? last) =>
    [
        .. from artifact in Artifacts
           let before = last?.Artifacts.FirstOrDefault(item => item.Name == artifact.Name)?.Permissions
           where before is not null
           from permission in (artifact.Permissions ?? []).Except(before)
           select permission,
    ];
}

/// <summary>A file of a mobile release.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Its SHA-256.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Signer">SHA-256 of the signer's certificate, or why nobody knows.</param>
public sealed record MobileArtifact(string Name, Digest Digest, long Bytes, string Signer)
{
    /// <summary>What it asks of its user, sorted; null when nobody could read it.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Reads a file.</summary>
    public static MobileArtifact Of(string file, string signer)
    {
        using var stream = File.OpenRead(file);
        return new MobileArtifact(Path.GetFileName(file), Digest.Parse("sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream))), stream.Length, signer);
    }
}
