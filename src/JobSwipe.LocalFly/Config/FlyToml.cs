using JobSwipe.LocalFly.Cli;
using Tomlyn;
using Tomlyn.Model;

namespace JobSwipe.LocalFly.Config;

/// <summary>A fly.toml, as far as this platform follows it (fly.io/docs/reference/configuration).</summary>
internal sealed record FlyToml
{
    public string? App { get; init; }

    public string Region { get; init; } = "local";

    public string KillSignal { get; init; } = "SIGINT";

    public TimeSpan KillTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public string? Strategy { get; init; }

    public string? ReleaseCommand { get; init; }

    public TimeSpan? WaitTimeout { get; init; }

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Process groups with their commands; one group <c>app</c> with the image's own command when none is named.</summary>
    public IReadOnlyDictionary<string, string> Processes { get; init; } = new Dictionary<string, string> { ["app"] = "" };

    /// <summary>The groups that take HTTP requests.</summary>
    public IReadOnlyList<string> HttpGroups { get; init; } = [];

    public IReadOnlyList<HttpCheck> Checks { get; init; } = [];

    public static FlyToml Load(string path)
    {
        if (!File.Exists(path)) throw new FlyError($"failed loading app config from {path}: open {path}: no such file or directory");
        try
        {
            var table = TomlSerializer.Deserialize<TomlTable>(File.ReadAllText(path)) ?? [];
            var wrong = FlyTomlKeys.Unknown(table);
            if (wrong.Count > 0) throw new FlyError($"{path} has keys that Fly does not know: {string.Join("; ", wrong)}");
            return Read(table);
        }
        catch (TomlException exception)
        {
            throw new FlyError($"failed loading app config from {path}: {exception.Message}");
        }
    }

    private static FlyToml Read(TomlTable table)
    {
        var deploy = Table(table, "deploy");
        var http = Table(table, "http_service");
        var processes = Table(table, "processes")?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? new Dictionary<string, string> { ["app"] = "" };
        var groups = http is null ? [] : http.TryGetValue("processes", out var named) && named is TomlArray array ? [.. array.Select(name => $"{name}")] : processes.Keys.ToArray();
        if (groups.Except(processes.Keys).FirstOrDefault() is { } missing) throw new FlyError($"http_service names the process group '{missing}', which [processes] does not have");
        return new FlyToml
        {
            App = Text(table, "app"),
            Region = Text(table, "primary_region") ?? "local",
            KillSignal = Text(table, "kill_signal") ?? "SIGINT",
            KillTimeout = Duration(table, "kill_timeout") ?? TimeSpan.FromSeconds(5),
            Strategy = deploy is null ? null : Text(deploy, "strategy"),
            ReleaseCommand = deploy is null ? null : Text(deploy, "release_command"),
            WaitTimeout = deploy is null ? null : Duration(deploy, "wait_timeout"),
            Env = Table(table, "env")?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? [],
            Processes = processes,
            HttpGroups = groups,
            Checks = http is null || !http.TryGetValue("checks", out var checks) || checks is not TomlTableArray list ? [] : [.. list.Select(Check)],
        };
    }

    private static HttpCheck Check(TomlTable check, int index) => new(
        $"servicecheck-{index:00}-http-8080",
        Text(check, "method") ?? "GET",
        Text(check, "path") ?? "/",
        Duration(check, "interval") ?? TimeSpan.FromSeconds(10),
        Duration(check, "timeout") ?? TimeSpan.FromSeconds(2),
        Duration(check, "grace_period") ?? TimeSpan.Zero);

    private static TomlTable? Table(TomlTable table, string key) => table.TryGetValue(key, out var value) ? value as TomlTable : null;

    private static string? Text(TomlTable table, string key) => table.TryGetValue(key, out var value) ? value?.ToString() : null;

    private static TimeSpan? Duration(TomlTable table, string key) => Text(table, key) is { } text
        ? GoDuration.Parse(text) ?? throw new FlyError($"{key} = \"{text}\" is not a duration; write it like \"15s\"")
        : null;
}

/// <summary>A health check by HTTP.</summary>
internal sealed record HttpCheck(string Name, string Method, string Path, TimeSpan Interval, TimeSpan Timeout, TimeSpan GracePeriod);
