using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Config;

/// <summary>Reads a fly.toml whose keys are all known, and refuses what Fly would refuse or could not follow.</summary>
internal static class FlyTomlReader
{
    private static readonly string[] Signals = ["SIGINT", "SIGTERM", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL", "SIGSTOP"];

    public static FlyToml Read(Section file)
    {
        var toml = new FlyToml
        {
            App = file.Text("app"),
            Region = file.Text("primary_region") ?? "local",
            StopConfig = new StopConfig(Signal(file), file.Duration("kill_timeout") ?? StopConfig.Default.Timeout),
            Deploy = Deploy(file.One("deploy") ?? Section.Empty),
            Env = file.Values("env"),
            Processes = Processes(file),
            Services = ServiceSection.ReadAll(file),
            Mounts = [.. file.Many("mounts").Select(mount => (Mount(mount), mount.Texts("processes")))],
            Restarts = [.. file.Many("restart").Select(restart => (Restart(restart), restart.Texts("processes")))],
            Sizes = [.. file.Many("vm").Select(vm => (Guest(vm), vm.Texts("processes")))],
        };
        toml = toml with { Checks = Checks(file, toml) };
        Verify(toml);
        return toml;
    }

    private static string Signal(Section file) => file.Text("kill_signal") is not { } signal ? StopConfig.Default.Signal
        : Signals.Contains(signal) ? signal
        : throw file.Refuse("kill_signal", $"'{signal}' is not one of {string.Join(", ", Signals)}");

    private static DeploySection Deploy(Section section) => new()
    {
        Strategy = section.Text("strategy") is { } strategy ? Strategies.Known(strategy) : null,
        ReleaseCommand = section.Text("release_command") is { Length: > 0 } command ? command : null,
        ReleaseCommandTimeout = section.Duration("release_command_timeout"),
        WaitTimeout = section.Duration("wait_timeout"),
        MaxUnavailable = section.Fraction("max_unavailable"),
    };

    private static Dictionary<string, IReadOnlyList<string>> Processes(Section file) => file.One("processes") is { } processes && processes.Keys.Any()
        ? processes.Keys.ToDictionary(group => group, group => ShellWords.Split(processes.Text(group)!))
        : new Dictionary<string, IReadOnlyList<string>> { ["app"] = [] };

    private static List<HealthCheck> Checks(Section file, FlyToml toml)
    {
        var checks = new List<HealthCheck>();
        if (file.One("checks") is not { } section) return checks;
        foreach (var name in section.Keys)
        {
            var check = section.One(name)!;
            var type = check.Text("type") is "http" or "tcp" ? check.Text("type")! : throw check.Refuse("type", "Missing or invalid check type, must be 'http' or 'tcp'");
            var processes = check.Texts("processes");
            var port = check.Number("port")
                ?? toml.Services.FirstOrDefault(service => toml.Fits(service.Processes, processes is [var first, ..] ? first : toml.DefaultGroup))?.Service.InternalPort
                ?? throw check.Refuse("port", "is missing, and the process group has no http_service to take it from");
            checks.Add(HealthCheck.Read(check, name, type, port, processes));
        }
        return checks;
    }

    private static MachineMount Mount(Section mount) => new(
        mount.Text("source") ?? throw mount.Refuse("source", "is missing"), mount.Text("destination") ?? throw mount.Refuse("destination", "is missing"));

    private static RestartPolicy Restart(Section restart) => restart.Text("policy") switch
    {
        "never" => RestartPolicy.Never,
        "always" => new RestartPolicy("always", restart.Number("retries") ?? RestartPolicy.Default.MaxRetries),
        "on-failure" => new RestartPolicy("on-failure", restart.Number("retries") ?? RestartPolicy.Default.MaxRetries),
        var other => throw restart.Refuse("policy", $"invalid restart policy: {other}; use always, on-failure or never"),
    };

    private static MachineGuest Guest(Section vm) => new(
        vm.Text("cpu_kind") ?? (vm.Text("size")?.StartsWith("performance", StringComparison.Ordinal) == true ? "performance" : "shared"), vm.Number("cpus") ?? 1, Megabytes(vm));

    private static int Megabytes(Section vm)
    {
        if (vm.Number("memory_mb") is { } number) return number;
        if (vm.Text("memory")?.Trim().ToLowerInvariant() is not { } text) return MachineGuest.Default.MemoryMb;
        var digits = text.TrimEnd('b', 'i', 'm', 'g', ' ');
        return int.TryParse(digits, out var size) ? text.Contains('g') ? size * 1024 : size : throw vm.Refuse("memory", $"'{text}' is not a size such as \"512mb\"");
    }

    private static void Verify(FlyToml toml)
    {
        var named = toml.Services.Select(service => ("a service", service.Processes))
            .Concat(toml.Checks.Select(check => ($"[checks.{check.Name}]", check.Processes)))
            .Concat(toml.Mounts.Select(mount => ("[mounts]", mount.Processes)))
            .Concat(toml.Restarts.Select(restart => ("[restart]", restart.Processes)))
            .Concat(toml.Sizes.Select(size => ("[vm]", size.Processes)));
        foreach (var (section, groups) in named)
            if (groups.Except(toml.Processes.Keys).FirstOrDefault() is { } missing)
                throw new FlyError($"{section} names the process group '{missing}', and there {(toml.Processes.Count == 1 ? "is only" : "are only")} {string.Join(", ", toml.Processes.Keys)}");
        // Here the platform chooses the port, so this would pass; on Fly no request would ever arrive.
        if (toml.Env.TryGetValue("PORT", out var port) && toml.Processes.Count == 1 && toml.Services.Count > 0 && toml.Services.All(service => $"{service.Service.InternalPort}" != port))
            throw new FlyError($"[env] PORT is {port}, and internal_port is {toml.Services[0].Service.InternalPort}: on Fly nothing would listen where requests arrive");
    }
}
