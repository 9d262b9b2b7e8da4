using System.Diagnostics;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Images;

/// <summary>Where buildah keeps images and containers, and how.</summary>
public static class ContainerStorage
{
    /// <summary>overlay where this machine can mount one; vfs copies every file of an image for each container, but works everywhere.</summary>
    public static string Driver { get; } = CanMountOverlay() ? "overlay" : "vfs";

    /// <summary>The folder; one a driver, since they cannot share.</summary>
    public static string Folder => CacheFolder.Path(Path.Combine("containers", Driver));

    private static bool CanMountOverlay()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        // Tried beside the storage, since some file systems cannot carry an overlay; the mount ends with the process.
        var folder = CacheFolder.Path("overlay-probe");
        foreach (var part in new[] { "lower", "upper", "work", "merged" }) Directory.CreateDirectory(Path.Combine(folder, part));
        const string script = "cd \"$0\" && mount -t overlay overlay -o lowerdir=lower,upperdir=upper,workdir=work merged";
        using var probe = Process.Start(new ProcessStartInfo("unshare", ["--mount", "sh", "-c", script, folder]) { RedirectStandardError = true })!;
        probe.StandardError.ReadToEnd();
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}
