using System.Runtime.InteropServices;
using JobSwipe.Security.Installing;
using JobSwipe.Tools.Installing;

namespace JobSwipe.Security.Scanners;

/// <summary>The release of gitleaks that both of its scans use; the sums are those of its <c>gitleaks_8.30.0_checksums.txt</c>.</summary>
internal static class GitleaksRelease
{
    public const string Version = "8.30.0";
    private const string Releases = "https://github.com/gitleaks/gitleaks/releases/download";

    public static DownloadInstall Install => new(new PinnedDownload("gitleaks", Version, new Dictionary<Architecture, (Uri, string)>
    {
        [Architecture.X64] = (new($"{Releases}/v{Version}/gitleaks_{Version}_linux_x64.tar.gz"), "79a3ab579b53f71efd634f3aaf7e04a0fa0cf206b7ed434638d1547a2470a66e"),
        [Architecture.Arm64] = (new($"{Releases}/v{Version}/gitleaks_{Version}_linux_arm64.tar.gz"), "b4cbbb6ddf7d1b2a603088cd03a4e3f7ce48ee7fd449b51f7de6ee2906f5fa2f"),
    }));
}
