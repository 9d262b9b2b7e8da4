namespace JobSwipe.Storage.Directories;

/// <summary>Tells a full disk and missing rights from other failures. HResult of an IOException is errno on Unix.</summary>
internal static class DiskErrors
{
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public static bool IsFull(Exception exception) =>
        exception is IOException { HResult: NoSpace or QuotaLinux or QuotaMac or DiskFullWindows };

    public static bool IsRefused(Exception exception) =>
        exception is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem } or DirectoryNotFoundException
            or IOException { HResult: 20 /* ENOTDIR */ or 17 /* EEXIST: a file where a folder should be */ };
}
