using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Config;

/// <summary>A health check of the configuration.</summary>
/// <param name="Name">Its name; a service's checks get theirs from Fly.</param>
/// <param name="Check">What is asked.</param>
/// <param name="Processes">The groups that it is for; none for the default group.</param>
internal sealed record HealthCheck(string Name, MachineCheck Check, IReadOnlyList<string> Processes)
{
    /// <summary>A check of a service, or of [checks], with Fly's defaults (fly.io/docs/reference/health-checks).</summary>
    public static HealthCheck Read(Section section, string name, string type, int port, IReadOnlyList<string> processes) => new(name,
        new MachineCheck(type, port,
            section.Duration("interval") ?? TimeSpan.FromSeconds(10),
            section.Duration("timeout") ?? TimeSpan.FromSeconds(2),
            section.Duration("grace_period") ?? TimeSpan.Zero)
        {
            Method = section.Text("method")?.ToUpperInvariant() ?? "GET",
            Path = section.Text("path") is { } path ? path.StartsWith('/') ? path : throw section.Refuse("path", "must begin with '/'") : "/",
            Headers = section.One("headers") is null ? null : section.Values("headers"),
        },
        processes);
}
