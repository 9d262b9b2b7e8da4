using System.Security.Cryptography;
using System.Text;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>A published folder as an artifact, for machines without a container engine.</summary>
/// <param name="Entrypoint">The program in the folder, and its arguments.</param>
/// <param name="Env">Variables that an image would set.</param>
public sealed record FolderArtifact(IReadOnlyList<string> Entrypoint, IReadOnlyDictionary<string, string> Env)
{
    /// <summary>Copies the folder into the registry under its digest.</summary>
    public Digest Store(string published, LocalRegistry registry)
    {
        var digest = DigestOf(published);
        var target = registry.PathOf(digest);
        if (Directory.Exists(target)) return digest;
        var temporary = target + ".new";
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        foreach (var file in Files(published))
        {
            var copy = Path.Combine(temporary, "published", file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(published, file), copy);
        }
        File.WriteAllText(Path.Combine(temporary, "entrypoint.json"), Json.Write(this));
        Directory.Move(temporary, target);
        return digest;
    }

    /// <summary>SHA-256 over the entry point, the variables and every file's relative path and content, in ordinal order.</summary>
    public Digest DigestOf(string published)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', Entrypoint) + "\n"));
        foreach (var (name, value) in Env.OrderBy(pair => pair.Key, StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\n"));
        foreach (var file in Files(published))
        {
            using var content = File.OpenRead(Path.Combine(published, file));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file} {Convert.ToHexStringLower(SHA256.HashData(content))}\n"));
        }
        return Digest.Parse("sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
