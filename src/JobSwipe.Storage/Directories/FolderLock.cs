namespace JobSwipe.Storage.Directories;

/// <summary>One holder at a time of a file, across processes: an exclusive open is flock(2), which the kernel takes back when the holder dies.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Waits for the lock; dispose the result to give it back.</summary>
    public static async Task<IDisposable> AcquireAsync(string file, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryOpen(file) is { } holder) return holder;
            if (TimeProvider.System.GetElapsedTime(started) > Deadline)
                throw new IOException($"'{file}' stayed locked by another process for {Deadline.TotalSeconds:0} s");
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Opens a file that nobody else has open; null when somebody has.</summary>
    public static FileStream? TryOpen(string file, FileMode mode = FileMode.OpenOrCreate)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (exception.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            // EWOULDBLOCK on Linux and on macOS, sharing violation on Windows.
            return null;
        }
    }
}
