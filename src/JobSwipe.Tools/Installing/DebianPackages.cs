using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Installing;

/// <summary>Installs Debian packages so that no service is started and no PostgreSQL cluster is created.</summary>
public sealed class DebianPackages
{
    // Debian's invoke-rc.d asks this file before it starts a service; 101 is "forbidden" (Debian policy 9.3.3).
    private const string Policy = "/usr/sbin/policy-rc.d";

    // postgresql-common reads *.conf here when a server package is configured (man pg_createcluster).
    private const string ClusterSettings = "/etc/postgresql-common/createcluster.d/jobswipe-delivery.conf";

    private readonly bool _root = Environment.IsPrivilegedProcess;

    /// <summary>Installs the packages.</summary>
    /// <exception cref="CommandFailed">apt-get failed; its last lines are in the message.</exception>
    /// <exception cref="DeliveryError">This user is neither root nor allowed to use sudo without a password.</exception>
    public async Task InstallAsync(IReadOnlyList<string> packages, Action<string> say, CancellationToken cancellation = default)
    {
        if (!_root && (await new Command("sudo", "-n", "true").RunAsync(cancellation)).ExitCode != 0)
            throw new DeliveryError("Installing packages needs root, and sudo asks for a password.", $"Run: sudo apt-get install {string.Join(' ', packages)}");
        await Apt(cancellation, "update", "-qq");
        // One script, so that the two settings are taken back also when apt-get fails or the build is interrupted.
        var quoted = string.Join(' ', packages.Select(Guard.Quote));
        var script = $"""
            set -e
            restore() {'{'} rm -f {ClusterSettings}; rmdir {Path.GetDirectoryName(ClusterSettings)} 2>/dev/null || true; if [ -e {Policy}.jobswipe ]; then mv -f {Policy}.jobswipe {Policy}; else rm -f {Policy}; fi; {'}'}
            trap restore EXIT
            if [ -e {Policy} ]; then mv {Policy} {Policy}.jobswipe; fi
            printf '#!/bin/sh\nexit 101\n' > {Policy}; chmod 755 {Policy}
            mkdir -p {Path.GetDirectoryName(ClusterSettings)}
            echo 'create_main_cluster = false' > {ClusterSettings}
            export DEBIAN_FRONTEND=noninteractive
            apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 {quoted}
            """;
        var install = await AsRoot(new Command("/bin/sh", "-c", script)).RunAsync(cancellation, line =>
        {
            // A browser brings two hundred packages; only those that were asked for are worth a line.
            if (packages.Any(package => line.StartsWith($"Setting up {package} ", StringComparison.Ordinal))) say($"  {line[11..].TrimEnd('.', ' ')}");
        });
        if (install.ExitCode != 0) throw new CommandFailed(new Command("apt-get", ["install", .. packages]), install);
    }

    private async Task Apt(CancellationToken cancellation, params IReadOnlyList<string> arguments) =>
        await AsRoot(new Command("apt-get", ["-o", "DPkg::Lock::Timeout=300", .. arguments])).OutputAsync(cancellation);

    private Command AsRoot(Command command) => _root ? command : new Command("sudo", ["-n", command.File, .. command.Arguments]);
}
