using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace JobSwipe.Backups.Streams;

/// <summary>
/// Passes one pipe on to another and may show what passes. On Linux the kernel lends the same pages to the next process (tee(2)), so this process reads
/// the bytes but never writes them; elsewhere they are copied. The next process has its bytes before they are looked at here.
/// </summary>
internal static partial class PipeTee
{
    private const int BufferSize = 256 * 1024;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    /// <summary>Passes everything on, on the calling thread.</summary>
    /// <returns>Whether all was written; false when the reader ended early.</returns>
    public static bool Run(Stream from, Stream to, Action<ReadOnlySpan<byte>>? show)
    {
        var buffer = new byte[BufferSize];
        var pipes = show is not null && OperatingSystem.IsLinux() && from is PipeStream source && to is PipeStream target
            ? (From: source.SafePipeHandle, To: target.SafePipeHandle) : default;
        while (true)
        {
            int length;
            if (pipes.From is null)
            {
                length = from.Read(buffer);
                if (length == 0) return true;
                if (!TryWrite(to, buffer.AsSpan(0, length))) return false;
            }
            else
            {
                length = (int)tee(pipes.From, pipes.To, buffer.Length, 0);
                if (length == 0) return true;
                if (length < 0 && Marshal.GetLastPInvokeError() is var error)
                {
                    if (error == Interrupted) continue;
                    if (error == BrokenPipe) return false;
                    throw new IOException($"tee(2) failed with error {error}.");
                }
                from.ReadExactly(buffer.AsSpan(0, length));
            }
            show?.Invoke(buffer.AsSpan(0, length));
        }
    }

    private static bool TryWrite(Stream to, ReadOnlySpan<byte> bytes)
    {
        try
        {
            to.Write(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint tee(SafeHandle from, SafeHandle to, nint length, uint flags);
}
