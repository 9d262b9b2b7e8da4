using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Physical;

/// <summary>Puts a base backup's files and WAL segments where a recovering server finds them.</summary>
internal sealed class ClusterBuilder(IObjectStore store, BackupTools tools, string identityFile, BaseBackupManifest manifest, string folder, string work)
{
    /// <summary>Where segments are put.</summary>
    public static string WalFolder(string work) => Path.Combine(work, "wal");

    /// <summary>Unpacks the files.</summary>
    public async Task ExtractAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await SendAsync(BaseBackupCatalog.Key(manifest.Id, BaseBackupCatalog.Archive), manifest.Archive.StoredSha256,
            new Command("tar", "-x", "--no-same-owner", "-C", folder), cancellation);
    }

    /// <summary>Puts segments together. Pieces of one segment follow each other; what is missing at its end is zeros.</summary>
    public async Task FetchWalAsync(IReadOnlyList<WalPiece> pieces, CancellationToken cancellation)
    {
        var wal = Directory.CreateDirectory(WalFolder(work)).FullName;
        await Parallel.ForEachAsync(pieces.GroupBy(piece => piece.Segment), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (segment, stop) =>
        {
            await using var file = new FileStream(Path.Combine(wal, segment.Key), FileMode.Create);
            foreach (var piece in segment)
            {
                file.Position = piece.From;
                await OpenAsync(piece, file, stop);
            }
            file.SetLength(WalPiece.SegmentSize);
        });
        await foreach (var info in store.ListAsync($"{WalPiece.Folder}{manifest.System}/", cancellation))
            if (info.Key.EndsWith(".history", StringComparison.Ordinal))
                await File.WriteAllTextAsync(Path.Combine(wal, info.Key.Split('/')[^1]), await store.GetTextAsync(info.Key, cancellation), cancellation);
        await Unprivileged.OwnAsync(wal, cancellation);
        await Unprivileged.OwnAsync(folder, cancellation);
    }

    private async Task OpenAsync(WalPiece piece, Stream into, CancellationToken cancellation)
    {
        await using var stored = new HashingStream(await GetAsync(piece.Key, cancellation));
        try
        {
            await using var pipeline = await Pipeline.StartAsync(tools.Open(identityFile), new KeptOpen(stored), cancellation: cancellation);
            await pipeline.CopyToAsync(into, cancellation);
        }
        catch (CommandFailed failed)
        {
            await CheckAsync(stored, piece.Key, piece.StoredSha256, cancellation);
            throw new RestoreFailed(manifest.Id, failed.Problem, "Mend what it says.", failed);
        }
        await CheckAsync(stored, piece.Key, piece.StoredSha256, cancellation);
    }

    private async Task SendAsync(string key, string sha256, Command command, CancellationToken cancellation)
    {
        await using var stored = new HashingStream(await GetAsync(key, cancellation));
        try
        {
            await using var pipeline = await Pipeline.StartAsync([.. tools.Open(identityFile), command], new KeptOpen(stored), cancellation: cancellation);
            await pipeline.RunAsync();
        }
        catch (CommandFailed failed)
        {
            await CheckAsync(stored, key, sha256, cancellation);
            throw new RestoreFailed(manifest.Id, failed.Problem, "Mend what it says.", failed);
        }
        await CheckAsync(stored, key, sha256, cancellation);
    }

    private async Task<Stream> GetAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await store.GetAsync(key, cancellation);
        }
        catch (ObjectMissing)
        {
            throw new BackupNotRestorable(manifest.Id, key, "is missing", null);
        }
    }

    private async Task CheckAsync(HashingStream stored, string key, string sha256, CancellationToken cancellation)
    {
        await stored.DrainAsync(cancellation);
        if (stored.Sha256() != sha256) throw new BackupNotRestorable(manifest.Id, key, $"has SHA-256 {stored.Sha256()} where {sha256} was written", null);
    }
}
