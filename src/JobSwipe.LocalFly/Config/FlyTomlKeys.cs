using Tomlyn.Model;

namespace JobSwipe.LocalFly.Config;

/// <summary>The keys that Fly knows (superfly/flyctl, internal/appconfig). Fly ignores others in silence; here they are errors.</summary>
internal static class FlyTomlKeys
{
    private static readonly string[] HttpCheck = ["interval", "timeout", "grace_period", "method", "path", "protocol", "tls_skip_verify", "tls_server_name", "headers"];

    /// <summary>Known keys by table; a table that is not listed may hold anything.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] = ["app", "primary_region", "kill_signal", "kill_timeout", "swap_size_mb", "console_command", "host_dedication_id", "experimental", "build", "deploy", "env", "http_service", "services", "checks", "files", "mounts", "metrics", "statics", "vm", "processes", "restart", "machine_checks", "mount"],
        ["deploy"] = ["release_command", "release_command_timeout", "release_command_vm", "strategy", "max_unavailable", "wait_timeout"],
        ["build"] = ["builder", "args", "buildpacks", "image", "settings", "builtin", "dockerfile", "ignorefile", "build-target", "compression", "compression_level"],
        ["http_service"] = ["internal_port", "force_https", "auto_stop_machines", "auto_start_machines", "min_machines_running", "processes", "concurrency", "tls_options", "http_options", "checks", "machine_checks"],
        ["http_service.checks"] = HttpCheck,
        ["http_service.concurrency"] = ["type", "soft_limit", "hard_limit"],
        ["services"] = ["protocol", "internal_port", "ports", "processes", "concurrency", "tcp_checks", "http_checks", "auto_stop_machines", "auto_start_machines", "min_machines_running", "machine_checks"],
        ["services.ports"] = ["port", "start_port", "end_port", "handlers", "force_https", "tls_options", "http_options", "proxy_proto_options"],
        ["services.http_checks"] = HttpCheck,
        ["services.tcp_checks"] = ["interval", "timeout", "grace_period"],
        ["mounts"] = ["source", "destination", "processes", "initial_size", "snapshot_retention", "scheduled_snapshots", "auto_extend_size_threshold", "auto_extend_size_increment", "auto_extend_size_limit"],
        ["metrics"] = ["port", "path", "processes", "https"],
        ["vm"] = ["size", "cpu_kind", "cpus", "memory", "memory_mb", "gpus", "gpu_kind", "kernel_args", "host_dedication_id", "processes", "persist_rootfs"],
        ["restart"] = ["policy", "retries", "processes"],
    };

    /// <summary>What is wrong, one line a key, with the nearest known one.</summary>
    public static IReadOnlyList<string> Unknown(TomlTable table) => [.. In(table, "")];

    private static IEnumerable<string> In(TomlTable table, string path)
    {
        if (!Known.TryGetValue(path, out var known)) yield break;
        foreach (var (key, value) in table)
        {
            var full = path.Length == 0 ? key : $"{path}.{key}";
            if (!known.Contains(key))
            {
                yield return $"{full} (nearest: {known.MinBy(name => Distance(name, key))})";
                continue;
            }
            var tables = value is TomlTable one ? [one] : value is TomlTableArray many ? many.ToArray() : [];
            foreach (var line in tables.SelectMany(inner => In(inner, full))) yield return line;
        }
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
