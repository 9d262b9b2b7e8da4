using System.Runtime.CompilerServices;
using JobSwipe.Storage.Directories;

namespace JobSwipe.Storage;

/// <summary>
/// A folder as an object store. Content is written beside, flushed to the disk and then named: by link(2) when the key must be free, by
/// rename(2) otherwise. What it keeps for itself lies in <c>.store</c>, where no key leads.
/// </summary>
public sealed class DirectoryObjectStore : IObjectStore
{
    private const int BufferSize = 256 * 1024;
    private readonly string _root;
    private readonly string _own;
    private readonly string _lock;

    /// <summary>Uses a folder; it is made with the first write.</summary>
    public DirectoryObjectStore(string folder)
    {
        _root = Path.GetFullPath(folder);
        _own = Path.Combine(_root, ".store");
        _lock = Path.Combine(_own, "lock");
    }

    /// <inheritdoc/>
    public string Location => _root;

    /// <inheritdoc/>
    public async Task CheckWritableAsync(CancellationToken cancellation = default)
    {
        await WriteAsync("probe", async () =>
        {
            await using var probe = OpenTemporary();
            await probe.WriteAsync("probe"u8.ToArray(), cancellation);
            probe.Flush(flushToDisk: true);
            File.Delete(probe.Name);
            // Nobody holds the temporary file of a writer that was killed; a living one holds its file, or the lock while naming it.
            using var holder = await FolderLock.AcquireAsync(_lock, cancellation);
            foreach (var left in Directory.EnumerateFiles(_own, "*.new"))
            {
                await using var orphan = File.Exists(left) ? FolderLock.TryOpen(left) : null;
                if (orphan is not null) File.Delete(left);
            }
            return true;
        });
    }

    /// <inheritdoc/>
    public async Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        await using var file = await WriteAsync(key, () => Task.FromResult(OpenTemporary()));
        try
        {
            if (condition.MustBeNew && File.Exists(path)) throw new ObjectExists(Location, key);
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                var part = buffer.AsMemory(0, read);
                await WriteAsync(key, async () => { await file.WriteAsync(part, cancellation); return true; });
            }
            return await WriteAsync(key, async () =>
            {
                file.Flush(flushToDisk: true);
                return await NameAsync(key, file, path, condition, cancellation);
            });
        }
        finally
        {
            File.Delete(file.Name);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> GetAsync(string key, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        try
        {
            return Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, useAsync: true));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ObjectMissing(Location, key);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreRefused(Location, $"read '{key}'", exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default) => Task.FromResult(Info(key, PathOf(key)));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        var folder = prefix.Contains('/') ? Path.Combine(_root, ObjectKey.Check(prefix[..prefix.LastIndexOf('/')])) : _root;
        if (!Directory.Exists(folder)) yield break;
        var keys = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && !key.StartsWith('.'))
            .Order(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Info(key, Path.Combine(_root, key)) is { } info) yield return info;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string key, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return;
        await WriteAsync(key, async () =>
        {
            using var holder = await FolderLock.AcquireAsync(_lock, cancellation);
            File.Delete(path);
            for (var folder = Path.GetDirectoryName(path)!; folder.Length > _root.Length; folder = Path.GetDirectoryName(folder)!)
            {
                if (Directory.EnumerateFileSystemEntries(folder).Any()) break;
                Directory.Delete(folder);
            }
            return true;
        });
    }

    private string PathOf(string key) => Path.Combine(_root, ObjectKey.Check(key));

    private FileStream OpenTemporary()
    {
        Directory.CreateDirectory(_own);
        while (true)
        {
            // Another process may take it for an orphan between its creation and its lock; then there is another name.
            if (FolderLock.TryOpen(Path.Combine(_own, $"{Guid.NewGuid():N}.new"), FileMode.CreateNew) is { } file) return file;
        }
    }

    private async Task<ObjectInfo> NameAsync(string key, FileStream file, string path, WriteCondition condition, CancellationToken cancellation)
    {
        using var holder = await FolderLock.AcquireAsync(_lock, cancellation);
        var now = Info(key, path);
        if (condition.ETag is not null && now is null) throw new ObjectMissing(Location, key);
        if (condition.ETag is { } expected && now!.ETag != expected) throw new ObjectChanged(Location, key);
        var folder = Path.GetDirectoryName(path)!;
        var made = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, NextTime(now));
        // An open file is locked for its readers too.
        file.Close();
        if (OperatingSystem.IsWindows())
            File.Move(file.Name, path, overwrite: !condition.MustBeNew);
        else if (condition.MustBeNew && !Posix.Link(file.Name, path))
            throw new ObjectExists(Location, key);
        else if (!condition.MustBeNew)
            File.Move(file.Name, path, overwrite: true);
        Posix.SyncFolder(folder);
        if (made) Posix.SyncFolder(Path.GetDirectoryName(folder)!);
        return Info(key, path)!;
    }

    // The time of writing is a part of the ETag, and the kernel's clock ticks too slowly to tell two quick writes apart.
    private static DateTime NextTime(ObjectInfo? before)
    {
        var now = DateTime.UtcNow;
        return before is not null && before.LastModified.UtcDateTime >= now ? before.LastModified.UtcDateTime.AddTicks(1) : now;
    }

    private static ObjectInfo? Info(string key, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return null;
        var time = file.LastWriteTimeUtc;
        return new ObjectInfo(key, file.Length, $"{time.Ticks:x}-{file.Length:x}", new DateTimeOffset(time, TimeSpan.Zero));
    }

    private async Task<T> WriteAsync<T>(string key, Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception exception) when (DiskErrors.IsFull(exception))
        {
            throw new StoreFull(Location, key, exception);
        }
        catch (Exception exception) when (DiskErrors.IsRefused(exception))
        {
            throw new StoreNotWritable(Location, exception.Message, exception);
        }
    }
}
