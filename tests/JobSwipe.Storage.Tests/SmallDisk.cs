using JobSwipe.Tools.Processes;

namespace JobSwipe.Storage.Tests;

/// <summary>A small tmpfs; where mounting is not allowed the test ends as skipped.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _parent = TemporaryFolder.Create("disk");
    private readonly Guard _guard = Guard.Start();

    private SmallDisk() => Folder = Directory.CreateDirectory(Path.Combine(_parent.Path, "mount")).FullName;

    public string Folder { get; }

    public static async Task<SmallDisk> MountAsync(string options)
    {
        var disk = new SmallDisk();
        var mount = await new Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.Folder).RunAsync(TestContext.Current.CancellationToken);
        if (mount.ExitCode == 0)
        {
            disk._guard.Add($"umount -l {Guard.Quote(disk.Folder)} 2>/dev/null");
            return disk;
        }
        disk.Dispose();
        Assert.Skip("not run: a small disk cannot be mounted here: " + mount.Error.Trim());
        throw new InvalidOperationException();
    }

    public void Dispose()
    {
        _guard.Dispose();
        _parent.Dispose();
    }
}
