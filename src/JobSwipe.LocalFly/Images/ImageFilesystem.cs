using System.Text.Json;
using JobSwipe.LocalFly.Machines;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>
/// An image's files for one machine, by buildah. The program is started with chroot in a mount namespace of its own, so that it is a plain
/// process that takes signals and an environment; the mounts go with it. Needs root.
/// </summary>
internal sealed class ImageFilesystem : IFilesystem
{
    private const string EnterScript = """
        root=$1 user=$2 folder=$3; shift 3
        for name in proc sys dev; do mkdir -p "$root/$name"; mount --rbind "/$name" "$root/$name"; done
        for name in resolv.conf hosts; do [ ! -e "/etc/$name" ] || cp "/etc/$name" "$root/etc/$name"; done
        exec chroot --userspec="$user" "$root" /bin/sh -c 'cd "$0"; exec "$@"' "$folder" "$@"
        """;

    private const string NamePrefix = "localfly-";
    private readonly string[] _buildah;
    private readonly string _container;
    private readonly string _root;

    private ImageFilesystem(string[] buildah, string container, string root) => (_buildah, _container, _root) = (buildah, container, root);

    public static async Task<MachineImage> PullAsync(string layout, ImageRef reference, string containers)
    {
        var buildah = Buildah(containers);
        // buildah makes a name from the layout's path and refuses capitals in it, so it runs in the registry's folder.
        var id = await Tool.RunAsync([.. buildah, "pull", "--quiet", $"oci:{Path.GetFileName(layout)}"], Path.GetDirectoryName(layout));
        using var config = ReadConfig(layout);
        var settings = config.RootElement.GetProperty("config");
        var user = settings.TryGetProperty("User", out var named) ? named.GetString() ?? "" : "";
        return new MachineImage(
            reference,
            Strings(settings, "Env").Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
            [.. Strings(settings, "Entrypoint"), .. Strings(settings, "Cmd")],
            user.Length == 0 ? "0:0" : user.Contains(':') ? user : $"{user}:{user}",
            settings.TryGetProperty("WorkingDir", out var folder) && folder.GetString() is { Length: > 0 } path ? path : "/",
            async () =>
            {
                var container = await Tool.RunAsync([.. buildah, "from", "--pull-never", "--name", $"{NamePrefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}", id]);
                return new ImageFilesystem(buildah, container, await Tool.RunAsync([.. buildah, "mount", container]));
            });
    }

    /// <summary>Removes the files of machines whose platform was killed.</summary>
    public static async Task PruneAsync(string containers)
    {
        if (!Directory.Exists(containers)) return;
        foreach (var name in (await Tool.RunAsync([.. Buildah(containers), "containers", "--format", "{{.ContainerName}}"])).Split('\n'))
        {
            if (!name.StartsWith(NamePrefix, StringComparison.Ordinal) || Directory.Exists($"/proc/{name[NamePrefix.Length..].Split('-')[0]}")) continue;
            await Tool.RunAsync([.. Buildah(containers), "rm", name]);
        }
    }

    public IReadOnlyList<string> Enter(MachineImage image, IReadOnlyList<string> command) =>
        ["unshare", "--mount", "--propagation", "private", "sh", "-ec", EnterScript, "sh", _root, image.User, image.WorkingDirectory, .. command];

    public async ValueTask DisposeAsync() => await Tool.RunAsync([.. _buildah, "rm", _container]);

    private static string[] Buildah(string containers) =>
    [
        "buildah", "--root", Path.Combine(containers, "root"), "--runroot", Path.Combine(containers, "run"),
        "--storage-driver", Environment.GetEnvironmentVariable("LOCALFLY_CONTAINER_DRIVER") ?? "vfs",
    ];

    private static JsonDocument ReadConfig(string layout)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(layout, "index.json")));
        using var manifest = Open(layout, index.RootElement.GetProperty("manifests")[0]);
        return Open(layout, manifest.RootElement.GetProperty("config"));
    }

    private static JsonDocument Open(string layout, JsonElement descriptor) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(layout, "blobs", "sha256", descriptor.GetProperty("digest").GetString()!.Split(':')[1])));

    private static IEnumerable<string> Strings(JsonElement settings, string name) =>
        settings.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
