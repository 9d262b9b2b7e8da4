using System.Runtime.InteropServices;

namespace JobSwipe.Storage.Directories;

/// <summary>What .NET's file classes lack: a rename that never replaces, and folders written through to the disk.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

    /// <summary>Gives a file a second name; false when that name is taken (link(2), EEXIST).</summary>
    /// <exception cref="IOException">Anything else went wrong; HResult is the error number.</exception>
    public static bool Link(string existing, string name)
    {
        const int exists = 17;
        if (link(existing, name) == 0) return true;
        var error = Marshal.GetLastPInvokeError();
        return error == exists ? false : throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Writes a folder's entries to the disk, so that a new name survives a power cut.</summary>
    public static void SyncFolder(string folder)
    {
        var descriptor = open(folder, ReadOnly);
        if (descriptor < 0) return;
        // Some file systems cannot sync a folder (EINVAL); there is nothing more to do then.
        _ = fsync(descriptor);
        _ = close(descriptor);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int link(string existing, string name);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
