namespace JobSwipe.Monitoring.Fly;

/// <summary>Calls of flyctl (superfly/flyctl, internal/command).</summary>
public static class FlyMonitoringSettings
{
    /// <summary>All apps.</summary>
    public static IReadOnlyList<string> ListApps { get; } = ["apps", "list", "--json"];

    /// <summary>Makes an app.</summary>
    public static IReadOnlyList<string> CreateApp(string app, string organization) => ["apps", "create", app, "--org", organization];

    /// <summary>Its volumes.</summary>
    public static IReadOnlyList<string> ListVolumes(string app) => ["volumes", "list", "--app", app, "--json"];

    /// <summary>Makes a volume.</summary>
    public static IReadOnlyList<string> CreateVolume(string app, string region, int gigabytes) => ["volumes", "create", "data", "--app", app, "--region", region, "--size", $"{gigabytes}", "--yes"];

    /// <summary>Sets secrets from standard input; they hold from the next deployment on.</summary>
    public static IReadOnlyList<string> ImportSecrets(string app) => ["secrets", "import", "--app", app, "--stage"];

    /// <summary>Builds and deploys; one machine, since its volume is one.</summary>
    public static IReadOnlyList<string> Deploy(string app, string folder, string config, string dockerfile) =>
        ["deploy", folder, "--app", app, "--config", config, "--dockerfile", dockerfile, "--remote-only", "--ha=false", "--strategy", "immediate", "--yes"];
}
