using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Images;

/// <summary>
/// An image's files for one machine, by buildah. The program is started with chroot in a mount namespace of its own, so that it is a plain
/// process that takes signals and an environment; the mounts go with it. Needs root.
/// </summary>
internal sealed class ImageFilesystem : IFilesystem
{
    // The image's PATH begins to count inside: this machine's tools are looked for with this machine's.
    private const string EnterScript = """
        root=$1 user=$2 folder=$3 path=$4 volumes=$5; shift 5
        for name in proc sys dev; do mkdir -p "$root/$name"; mount --rbind "/$name" "$root/$name"; done
        for name in resolv.conf hosts; do [ ! -e "/etc/$name" ] || { mkdir -p "$root/etc"; cp "/etc/$name" "$root/etc/$name"; }; done
        while [ "$volumes" -gt 0 ]; do mkdir -p "$root$2"; mount --bind "$1" "$root$2"; chown "$user" "$1"; shift 2; volumes=$((volumes - 1)); done
        exec chroot --userspec="$user" "$root" /bin/sh -c 'cd "$0"; PATH=$1; export PATH; shift; exec "$@"' "$folder" "$path" "$@"
        """;

    private const string HostPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private readonly Buildah _buildah;
    private readonly OciLayout _layout;
    private readonly string _container;
    private readonly string _root;
    private readonly ImageUser _user;

    private ImageFilesystem(Buildah buildah, OciLayout layout, string container, string root)
    {
        (_buildah, _layout, _container, _root) = (buildah, layout, container, root);
        _user = ImageUser.Of(root, layout.User);
    }

    public static MachineImage Read(string folder, ImageRef reference, Buildah buildah)
    {
        var layout = OciLayout.Read(folder);
        return new MachineImage(reference, layout.Env, layout.Entrypoint, layout.Command, async () =>
        {
            var (container, root) = await buildah.MountAsync(await buildah.PullAsync(folder));
            return new ImageFilesystem(buildah, layout, container, root);
        });
    }

    public IReadOnlyList<string> Enter(IReadOnlyList<string> command, IReadOnlyList<(string Folder, string Path)> mounts, IDictionary<string, string> env)
    {
        var path = env.TryGetValue("PATH", out var own) ? own : HostPath;
        env["PATH"] = HostPath;
        env.TryAdd("HOME", _user.Home);
        return
        [
            "unshare", "--mount", "--propagation", "private", "sh", "-ec", EnterScript, "sh", _root, _user.Id, _layout.WorkingDirectory, path,
            $"{mounts.Count}", .. mounts.SelectMany(mount => new[] { mount.Folder, mount.Path }), .. command,
        ];
    }

    public async ValueTask DisposeAsync() => await _buildah.RemoveAsync(_container);
}
