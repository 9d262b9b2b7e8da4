using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Installing;

/// <summary>Makes sure that tools are there, installing Debian packages when that is allowed.</summary>
public static class Installer
{
    /// <summary>Installs what is missing. Does nothing, and asks nobody, when all is there.</summary>
    /// <param name="tools">What is needed.</param>
    /// <param name="allowed">Whether packages may be installed, as root or by passwordless sudo.</param>
    /// <param name="say">Told what is being installed.</param>
    /// <param name="cancellation">Stops the installation.</param>
    /// <exception cref="ToolsMissing">Something is missing and may not, or could not, be installed.</exception>
    public static async Task EnsureAsync(
        IEnumerable<ExternalTool> tools, bool allowed, Action<string> say, CancellationToken cancellation = default)
    {
        var missing = tools.Where(tool => tool.Locate() is null).ToArray();
        if (missing.Length == 0) return;
        if (!allowed || !File.Exists("/usr/bin/apt-get")) throw new ToolsMissing(missing);
        var packages = missing.Select(tool => tool.DebianPackage).Distinct().Order(StringComparer.Ordinal).ToArray();
        say($"Installing Debian packages: {string.Join(' ', packages)}");
        await new DebianPackages().InstallAsync(packages, say, cancellation);
        var still = missing.Where(tool => tool.Locate() is null).ToArray();
        if (still.Length > 0) throw new ToolsMissing(still);
    }
}
