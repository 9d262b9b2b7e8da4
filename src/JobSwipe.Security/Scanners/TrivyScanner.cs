using JobSwipe.Security.Reports;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Scanners;

/// <summary>What Trivy's scans have in common: one report, and one database whose age decides whether it is worth anything.</summary>
public abstract record TrivyScanner() : Scanner("trivy", 10)
{
    /// <inheritdoc/>
    public override string PinnedVersion => "0.69.3";

    /// <summary>How old the database of vulnerabilities may be; null asks nothing, for scans that need none.</summary>
    public TimeSpan? DatabaseAge { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report) => TrivyReport.Parse(report);

    /// <inheritdoc/>
    protected override async Task<string?> RefusalAsync(CancellationToken cancellation)
    {
        if (DatabaseAge is not { } allowed) return null;
        var version = await new Command(Program ?? Tool, "version", "--format", "json").RunAsync(cancellation);
        return version.ExitCode != 0 ? $"trivy cannot say its version: {version.Error.Trim()}" : TrivyDatabase.Refusal(version.Output, allowed, DateTimeOffset.UtcNow);
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

    private sealed record TrivyVersion(TrivyDb? VulnerabilityDB);

    private sealed record TrivyDb(DateTimeOffset? UpdatedAt);
}
