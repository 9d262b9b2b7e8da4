using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Streams;

/// <summary>Reads objects of a backup and compares them with its manifest.</summary>
internal sealed class ArchiveReader(IObjectStore store, BackupManifest manifest, Action<BackupProgress> progress)
{
    private long _stored;

    /// <summary>Compares lengths, which costs next to nothing and finds what was cut off or is not there.</summary>
    /// <exception cref="BackupNotRestorable">An object is missing or has another length.</exception>
    public async Task CheckLengthsAsync(CancellationToken cancellation)
    {
        foreach (var part in manifest.Objects)
        {
            var info = await store.HeadAsync(BackupLayout.Key(manifest.Id, part.Name), cancellation);
            if (info is null) throw await DamagedAsync(part, "is missing", cancellation);
            if (info.Size != part.StoredBytes) throw await DamagedAsync(part, $"has {info.Size} bytes where {part.StoredBytes} were written", cancellation);
        }
    }

    /// <summary>Opens an object.</summary>
    /// <exception cref="BackupNotRestorable">It is missing.</exception>
    public Task<HashingStream> OpenAsync(BackedUpObject part, CancellationToken cancellation) =>
        OpenAsync(part, read => progress(new BackupProgress(part.Name, 0, Interlocked.Add(ref _stored, read), manifest.StoredBytes)), cancellation);

    private async Task<HashingStream> OpenAsync(BackedUpObject part, Action<int>? onRead, CancellationToken cancellation)
    {
        try
        {
            var stream = await store.GetAsync(BackupLayout.Key(manifest.Id, part.Name), cancellation);
            return new HashingStream(stream, onRead);
        }
        catch (ObjectMissing)
        {
            throw await DamagedAsync(part, "is missing", cancellation);
        }
    }

    /// <summary>Reads an object to its end and compares its SHA-256.</summary>
    /// <exception cref="BackupNotRestorable">It is not what was written.</exception>
    public async Task CheckHashAsync(BackedUpObject part, HashingStream stream, CancellationToken cancellation)
    {
        await stream.DrainAsync(cancellation);
        if (stream.Sha256() != part.StoredSha256)
            throw await DamagedAsync(part, $"has SHA-256 {stream.Sha256()} where {part.StoredSha256} was written", cancellation);
    }

    /// <summary>Sends an object through commands, and compares its SHA-256 whether they end well or not: damage is named for what it is.</summary>
    /// <exception cref="BackupNotRestorable">It is not what was written.</exception>
    /// <exception cref="CommandFailed">It is what was written, and a command failed.</exception>
    public async Task SendAsync(BackedUpObject part, IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(part, cancellation);
        await SendAsync(part, stream, commands, cancellation);
        await CheckHashAsync(part, stream, cancellation);
    }

    /// <summary>Sends as much of an object through commands as they read. Whoever uses this sends the whole elsewhere.</summary>
    /// <exception cref="BackupNotRestorable">It is not what was written.</exception>
    /// <exception cref="CommandFailed">It is what was written, and a command failed.</exception>
    public async Task SendHeadAsync(BackedUpObject part, IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(part, null, cancellation);
        await SendAsync(part, stream, commands, cancellation);
    }

    /// <summary>Reads the table of contents of an archive.</summary>
    /// <param name="part">The archive.</param>
    /// <param name="commands">What makes it plain.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BackupNotRestorable">It is not what was written.</exception>
    /// <exception cref="CommandFailed">It is what was written, and a command failed.</exception>
    public async Task<DumpContents> ContentsAsync(BackedUpObject part, IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(part, null, cancellation);
        try
        {
            await using var pipeline = await Pipeline.StartAsync(commands, new KeptOpen(stream), cancellation: cancellation);
            var bytes = new byte[64 * 1024];
            for (var length = 0; ;)
            {
                var read = await pipeline.ReadAsync(bytes.AsMemory(length), cancellation);
                length += read;
                if (DumpContents.TryRead(bytes, length) is { } found) return found.Contents;
                if (read == 0) throw new NotSupportedException($"{part.Name} ends within its contents");
                if (length == bytes.Length) Array.Resize(ref bytes, length * 2);
            }
        }
        catch (CommandFailed)
        {
            await CheckHashAsync(part, stream, cancellation);
            throw;
        }
    }

    private async Task SendAsync(BackedUpObject part, HashingStream stream, IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        try
        {
            await using var pipeline = await Pipeline.StartAsync(commands, new KeptOpen(stream), cancellation: cancellation);
            await pipeline.RunAsync();
        }
        catch (CommandFailed)
        {
            await CheckHashAsync(part, stream, cancellation);
            throw;
        }
    }

    private async Task<BackupNotRestorable> DamagedAsync(BackedUpObject part, string why, CancellationToken cancellation)
    {
        var older = (await BackupCatalog.IdsAsync(store, cancellation)).FirstOrDefault(id => string.CompareOrdinal(id, manifest.Id) < 0);
        return new BackupNotRestorable(manifest.Id, part.Name, why, older);
    }
}
