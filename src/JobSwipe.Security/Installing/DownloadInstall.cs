using JobSwipe.Tools.Installing;

namespace JobSwipe.Security.Installing;

/// <summary>By a file of the publisher's release whose SHA-256 is pinned.</summary>
/// <param name="Download">The file.</param>
public sealed record DownloadInstall(PinnedDownload Download) : ScannerInstall
{
    /// <inheritdoc/>
    public override string? Locate() => Download.Locate();

    /// <inheritdoc/>
    public override async Task EnsureAsync(Action<string> say, CancellationToken cancellation = default)
    {
        if (Locate() is not null) return;
        try
        {
            say($"Installing {Download.Name} {Download.Version}");
            await Download.EnsureAsync(cancellation);
        }
        catch (DownloadRefused refused)
        {
            throw new ScannerNotInstalled(refused.Problem, refused.Remedy, refused);
        }
    }
}
