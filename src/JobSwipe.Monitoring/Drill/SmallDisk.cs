using JobSwipe.Monitoring.Running;

namespace JobSwipe.Monitoring.Drill;

/// <summary>The drill's own disk, seen through the process in whose mount namespace it is.</summary>
internal static class SmallDisk
{
    // Of 16 MB, 2 % stay free.
    private const int Bytes = 16 * 1024 * 1024 * 98 / 100;

    public static Task FillAsync(LocalMonitoring local, CancellationToken cancellation) => File.WriteAllBytesAsync(FileOn(local), new byte[Bytes], cancellation);

    public static Task EmptyAsync(LocalMonitoring local)
    {
        File.Delete(FileOn(local));
        return Task.CompletedTask;
    }

    private static string FileOn(LocalMonitoring local) => $"/proc/{local.DiskExporter!.Id}/root{local.Disk}/filled";
}
