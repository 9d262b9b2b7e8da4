namespace JobSwipe.Tools.Installing;

/// <summary>A pinned program that could not be had.</summary>
public sealed class DownloadRefused(PinnedDownload download, string why)
    : DeliveryError($"{download.Name} {download.Version} was not installed: {why}.", $"Install {download.Name} {download.Version} by hand, on PATH.");
