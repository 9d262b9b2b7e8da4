using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Installing;

/// <summary>A program of a publisher's release, taken only with the SHA-256 that is written here, and kept in the cache by its version.</summary>
/// <param name="Name">The program's name; in a <c>.tar.gz</c> the name of the file in it.</param>
/// <param name="Version">The version.</param>
/// <param name="Files">By architecture: where the file is and the SHA-256 of it, in lower-case hexadecimal.</param>
public sealed record PinnedDownload(string Name, string Version, IReadOnlyDictionary<Architecture, (Uri From, string Sha256)> Files)
{
    /// <summary>Where programs are kept.</summary>
    public string Cache { get; init; } = CacheFolder.Path("tools");

    private string Target => Path.Combine(Cache, $"{Name}-{Version}", Name);

    /// <summary>Its path when it was fetched already; null when not.</summary>
    public string? Locate() => File.Exists(Target) ? Target : null;

    /// <summary>Fetches and checks it, unless that was done.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="DownloadRefused">It is not there for this machine, cannot be fetched, or is not what was pinned. Nothing is left of it.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellation = default)
    {
        if (Locate() is { } there) return there;
        if (!OperatingSystem.IsLinux() || !Files.TryGetValue(RuntimeInformation.OSArchitecture, out var file))
            throw new DownloadRefused(this, $"there is none for {RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}");
        // Beside its place, so that the rename is atomic and a killed run leaves no half program by its name.
        var folder = Directory.CreateDirectory(Path.Combine(Cache, $".{Name}-{Guid.NewGuid():N}"));
        try
        {
            return await InstallAsync(file.From, file.Sha256, folder.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> InstallAsync(Uri from, string sha256, string folder, CancellationToken cancellation)
    {
        var download = Path.Combine(folder, "download");
        var sum = await FetchAsync(from, download, cancellation);
        if (sum != sha256) throw new DownloadRefused(this, $"{from} has the SHA-256 {sum}, and {sha256} is pinned");
        var program = from.AbsolutePath.EndsWith(".tar.gz", StringComparison.Ordinal) ? await UnpackAsync(download, folder, cancellation) : download;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.Move(program, Target, overwrite: true);
        return Target;
    }

    private async Task<string> FetchAsync(Uri from, string to, CancellationToken cancellation)
    {
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
            await using (var source = await http.GetStreamAsync(from, cancellation))
            await using (var target = File.Create(to))
                await source.CopyToAsync(target, cancellation);
            await using var written = File.OpenRead(to);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new DownloadRefused(this, $"{from} cannot be fetched: {exception.Message}");
        }
    }

    private async Task<string> UnpackAsync(string archive, string folder, CancellationToken cancellation)
    {
        await using var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var tar = new TarReader(zipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.Name.TrimStart('.', '/') != Name) continue;
            var program = Path.Combine(folder, "program");
            await entry.ExtractToFileAsync(program, overwrite: false, cancellation);
            return program;
        }
        throw new DownloadRefused(this, $"the archive holds no {Name}");
    }
}
