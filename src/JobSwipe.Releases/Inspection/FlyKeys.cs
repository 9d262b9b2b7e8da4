using JobSwipe.Tools;
using Tomlyn.Model;

namespace JobSwipe.Releases.Inspection;

/// <summary>The keys that Fly knows (superfly/flyctl, internal/appconfig); it ignores others in silence.</summary>
internal static class FlyKeys
{
    private static readonly string[] HttpCheck =
        ["interval", "timeout", "grace_period", "restart_limit", "method", "path", "protocol", "tls_skip_verify", "tls_server_name", "headers"];
    private static readonly string[] TcpCheck = ["interval", "timeout", "grace_period", "restart_limit"];
    private static readonly string[] MachineCheck = ["command", "image", "entrypoint", "kill_signal", "kill_timeout"];
    private static readonly string[] Vm =
        ["size", "cpu_kind", "cpus", "memory", "memory_mb", "gpus", "gpu_kind", "kernel_args", "host_dedication_id", "processes", "persist_rootfs"];

    /// <summary>Known keys by table, <c>*</c> for any name; a table that is not listed may hold anything.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] =
        [
            "app", "primary_region", "kill_signal", "kill_timeout", "swap_size_mb", "console_command", "host_dedication_id", "experimental", "build", "deploy", "env",
            "http_service", "services", "checks", "files", "mounts", "metrics", "statics", "vm", "processes", "restart", "machine_checks", "machine_config", "container",
        ],
        ["experimental"] =
            ["cmd", "entrypoint", "exec", "auto_rollback", "enable_consul", "enable_etcd", "lazy_load_images", "attached", "machine_config", "use_zstd"],
        ["deploy"] =
            ["release_command", "release_command_timeout", "release_command_vm", "strategy", "max_unavailable", "wait_timeout", "seed_command"],
        ["deploy.release_command_vm"] = Vm,
        ["build"] =
            ["builder", "args", "buildpacks", "image", "settings", "builtin", "dockerfile", "ignorefile", "build-target", "compression", "compression_level"],
        ["http_service"] =
        [
            "internal_port", "force_https", "auto_stop_machines", "auto_start_machines", "min_machines_running", "processes", "concurrency", "tls_options",
            "http_options", "proxy_proto_options", "checks", "tcp_checks", "machine_checks",
        ],
        ["http_service.checks"] = HttpCheck,
        ["http_service.tcp_checks"] = TcpCheck,
        ["http_service.machine_checks"] = MachineCheck,
        ["http_service.concurrency"] = ["type", "soft_limit", "hard_limit"],
        ["services"] =
        [
            "protocol", "internal_port", "ports", "processes", "concurrency", "tcp_checks", "http_checks", "auto_stop_machines", "auto_start_machines",
            "min_machines_running", "machine_checks",
        ],
        ["services.ports"] = ["port", "start_port", "end_port", "handlers", "force_https", "tls_options", "http_options", "proxy_proto_options"],
        ["services.concurrency"] = ["type", "soft_limit", "hard_limit"],
        ["services.http_checks"] = HttpCheck,
        ["services.tcp_checks"] = TcpCheck,
        ["services.machine_checks"] = MachineCheck,
        ["machine_checks"] = MachineCheck,
        ["checks.*"] = [.. HttpCheck, "port", "type", "processes"],
        ["mounts"] =
        [
            "source", "destination", "processes", "initial_size", "snapshot_retention", "scheduled_snapshots", "auto_extend_size_threshold",
            "auto_extend_size_increment", "auto_extend_size_limit",
        ],
        ["files"] = ["guest_path", "local_path", "secret_name", "raw_value", "processes"],
        ["statics"] = ["guest_path", "url_prefix", "tigris_bucket", "index_document"],
        ["metrics"] = ["port", "path", "processes", "https"],
        ["vm"] = Vm,
        ["restart"] = ["policy", "retries", "processes"],
    };

    /// <summary>Unknown keys: the key, and what may have been meant.</summary>
    public static IEnumerable<(string Path, string Key, string Hint)> Unknown(TomlTable table) => In(table, "", "");

    private static IEnumerable<(string, string, string)> In(TomlTable table, string path, string kind)
    {
        var anyName = Known.ContainsKey($"{kind}.*");
        if (!anyName && !Known.ContainsKey(kind)) yield break;
        foreach (var (key, value) in table)
        {
            if (!anyName && !Known[kind].Contains(key))
            {
                yield return (Join(path, key), key, Hint(key, kind));
                continue;
            }
            var inner = value switch { TomlTable one => [one], TomlTableArray many => many, TomlArray list => list.OfType<TomlTable>(), _ => Enumerable.Empty<TomlTable>() };
            foreach (var found in inner.SelectMany(one => In(one, Join(path, key), Join(kind, anyName ? "*" : key)))) yield return found;
        }
    }

    private static string Hint(string key, string kind) => kind.Length > 0 && Known[""].Contains(key)
        ? $"[{key}] belongs at the top, not inside [{kind}]"
        : $"the nearest that it knows is {Nearest.To(key, Known[kind])}";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
