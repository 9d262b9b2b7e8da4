using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Installing;

/// <summary>By the system's package.</summary>
/// <param name="Program">The program and its package.</param>
public sealed record PackageInstall(ExternalTool Program) : ScannerInstall
{
    /// <inheritdoc/>
    public override string? Locate() => Program.Locate();

    /// <inheritdoc/>
    public override async Task EnsureAsync(Action<string> say, CancellationToken cancellation = default)
    {
        try
        {
            await Installer.EnsureAsync([Program], allowed: true, say, cancellation);
        }
        catch (DeliveryError error)
        {
            throw new ScannerNotInstalled(error.Problem, error.Remedy, error);
        }
    }
}
