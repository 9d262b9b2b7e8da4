using System.Runtime.InteropServices;
using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Scanners;

/// <summary>What Trivy's scans have in common: one report, and one database whose age decides whether it is worth anything.</summary>
public abstract record TrivyScanner() : Scanner("trivy", 10)
{
    private const string Releases = "https://github.com/aquasecurity/trivy/releases/download";

    /// <inheritdoc/>
    public override string PinnedVersion => "0.69.3";

    /// <summary>The publisher's release of <see cref="PinnedVersion"/>; the sums are those of its <c>trivy_0.69.3_checksums.txt</c>.</summary>
    public override ScannerInstall Install => new DownloadInstall(new PinnedDownload("trivy", PinnedVersion, new Dictionary<Architecture, (Uri, string)>
    {
        [Architecture.X64] = (new($"{Releases}/v{PinnedVersion}/trivy_{PinnedVersion}_Linux-64bit.tar.gz"), "1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75"),
        [Architecture.Arm64] = (new($"{Releases}/v{PinnedVersion}/trivy_{PinnedVersion}_Linux-ARM64.tar.gz"), "7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd"),
    }));

    /// <summary>How old the database of vulnerabilities may be; null asks nothing, for scans that need none.</summary>
    public TimeSpan? DatabaseAge { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report) => TrivyReport.Parse(report);

    /// <inheritdoc/>
    protected override async Task<string?> RefusalAsync(CancellationToken cancellation)
    {
        if (DatabaseAge is not { } allowed) return null;
        if (await VersionAsync(cancellation) is not { } version) return null;
        return version.ExitCode != 0 ? $"trivy cannot say its version: {version.Error.Trim()}" : TrivyDatabase.Refusal(version.Output, allowed, DateTimeOffset.UtcNow);
    }

    /// <summary>What it says of itself and its database; null when it is not on this machine.</summary>
    protected async Task<CommandResult?> VersionAsync(CancellationToken cancellation)
    {
        try
        {
            return await new Command(Program ?? Install.Locate() ?? Tool, "version", "--format", "json").RunAsync(cancellation);
        }
        catch (ToolMissing)
        {
            return null;
        }
    }
}

/// <summary>The database of <c>trivy version --format json</c>.</summary>
public static class TrivyDatabase
{
    /// <summary>Why it cannot be used; null when it can. One that is not there yet is fetched by the scan.</summary>
    public static string? Refusal(string version, TimeSpan allowed, DateTimeOffset now)
    {
        try
        {
            var updated = Json.Read<TrivyVersion>(version, "trivy's version").VulnerabilityDB?.UpdatedAt;
            return updated is { } at && now - at > allowed
                ? $"its database of vulnerabilities is {(now - at).TotalHours:0} h old, and {allowed.TotalHours:0} h are allowed: trivy image --download-db-only fetches a new one"
                : null;
        }
        catch (DeliveryError error)
        {
            return error.Problem;
        }
    }

    /// <summary>What tells two databases apart; null when there is none yet, or a scan would fetch a newer one.</summary>
    public static string? Identity(string version, DateTimeOffset now)
    {
        try
        {
            return Json.Read<TrivyVersion>(version, "trivy's version").VulnerabilityDB is { UpdatedAt: { } updated, NextUpdate: { } next } && next > now ? $"{updated:O}" : null;
        }
        catch (DeliveryError)
        {
            return null;
        }
    }

    private sealed record TrivyVersion(TrivyDb? VulnerabilityDB);

    private sealed record TrivyDb(DateTimeOffset? UpdatedAt, DateTimeOffset? NextUpdate);
}
