using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace JobSwipe.Backups.Streams;

/// <summary>Gives a pipe more room on Linux (fcntl(2), F_SETPIPE_SZ), so that two processes take turns less often. Where that is not allowed, it stays as it is.</summary>
internal static partial class PipeSize
{
    private const int SetSize = 1031;
    private const int Bytes = 1024 * 1024;

    public static void Grow(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe) _ = fcntl(pipe.SafePipeHandle, SetSize, Bytes);
    }

    [LibraryImport("libc")]
    private static partial int fcntl(SafeHandle descriptor, int command, int argument);
}
