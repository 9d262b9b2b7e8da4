namespace JobSwipe.Storage;

/// <summary>
/// A part of an upload, kept until it has arrived so that it can be sent again: small ones in memory, long ones in a file that is gone when it is
/// closed. Only stored bytes, which are encrypted, come here.
/// </summary>
internal sealed class PartBuffer : IDisposable
{
    private const int InMemory = 8 * 1024 * 1024;
    private readonly byte[]? _bytes;
    private readonly FileStream? _file;

    private PartBuffer(byte[]? bytes, FileStream? file, int length) => (_bytes, _file, Length) = (bytes, file, length);

    /// <summary>Bytes in it.</summary>
    public int Length { get; }

    /// <summary>Reads up to a part's size.</summary>
    public static async Task<PartBuffer> ReadAsync(Stream content, int size, CancellationToken cancellation)
    {
        if (size <= InMemory)
        {
            var bytes = new byte[size];
            return new PartBuffer(bytes, null, await content.ReadAtLeastAsync(bytes, size, throwOnEndOfStream: false, cancellation));
        }
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"jobswipe-part-{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            var buffer = new byte[256 * 1024];
            int read, length = 0;
            while (length < size && (read = await content.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, size - length)), cancellation)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                length += read;
            }
            await file.FlushAsync(cancellation);
            return new PartBuffer(null, file, length);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its bytes from the beginning; the caller may close the stream.</summary>
    public Stream Open() => _bytes is not null
        ? new MemoryStream(_bytes, 0, Length, writable: false)
        : new FileStream(_file!.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 256 * 1024, useAsync: true);

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
