namespace JobSwipe.Security.Installing;

/// <summary>How a scanner is brought to a machine, in the version that its adapter was written for.</summary>
public abstract record ScannerInstall
{
    /// <summary>The program's path when it was installed this way; null when it was not, or lies on PATH.</summary>
    public abstract string? Locate();

    /// <summary>Installs it, unless it is there.</summary>
    /// <param name="say">Told what is being installed.</param>
    /// <param name="cancellation">Stops it; nothing half-done is left.</param>
    /// <exception cref="ScannerNotInstalled">It cannot be had.</exception>
    public abstract Task EnsureAsync(Action<string> say, CancellationToken cancellation = default);
}
