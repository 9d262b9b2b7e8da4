using System.Diagnostics;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>A real image without any base: this machine's shell, what it needs, and a script that says who and where it is.</summary>
public sealed class TinyImage : IAsyncLifetime
{
    private const string Script = """
        echo "arguments $*"
        echo "greeting $GREETING"
        echo "path $PATH"
        echo "folder $(pwd)"
        echo "home $HOME"
        while read -r name value rest; do case $name in Uid:|Gid:) echo "$name $value";; esac; done </proc/self/status
        if [ -d /data ]; then
          if [ -e /data/file ]; then echo "the file is there"; else echo x >/data/file; echo "the file is new"; fi
        fi
        trap 'echo stopping; exit 0' INT
        sleep 1000 &
        wait
        """;

    private const string Dockerfile = """
        FROM scratch
        COPY files /
        ENV GREETING=hello PATH=/app:/bin
        WORKDIR /app
        USER someone
        ENTRYPOINT ["/bin/sh", "/app/run"]
        CMD ["serve", "it"]
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder in which a test may keep buildah's storage.</summary>
    internal string Storage => _folder.File("storage");

    /// <summary>Its reference in the registry; a test that has none is skipped.</summary>
    internal async Task<string> InAsync(Registry registry)
    {
        if (!Environment.IsPrivilegedProcess) Assert.Skip("an image's program can be entered by root only");
        if (!Path.Exists("/usr/bin/buildah")) Assert.Skip("there is no buildah");
        var hex = (await BuildAsync()).Split(':')[1];
        var target = Path.Combine(registry.Folder, hex);
        if (!Directory.Exists(target)) await RunAsync("cp", "-a", _folder.File("layout"), target);
        return $"registry.fly.io/tiny@sha256:{hex}";
    }

    /// <summary>The names of the machines' files that a storage holds.</summary>
    internal static async Task<IReadOnlyList<string>> ContainersAsync(string storage) =>
        (await BuildahAsync(storage, "containers", "--format", "{{.ContainerName}}")).Split('\n').Where(name => name.StartsWith("localfly-", StringComparison.Ordinal)).ToArray();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> BuildAsync()
    {
        var digest = _folder.File("digest");
        if (File.Exists(digest)) return (await File.ReadAllTextAsync(digest)).Trim();
        foreach (var program in new[] { "sh", "sleep" }) await CopyAsync(program);
        Write("files/app/run", Script);
        Write("files/etc/passwd", "someone:x:1234:1235::/home/someone:/bin/sh\n");
        Write("Dockerfile", Dockerfile);
        await BuildahAsync(Storage, "bud", "--isolation", "chroot", "--timestamp", "0", "--quiet", "-t", "tiny", _folder.Path);
        await BuildahAsync(Storage, "push", "--quiet", "--digestfile", digest, "tiny", $"oci:{_folder.File("layout")}:tiny");
        return (await File.ReadAllTextAsync(digest)).Trim();
    }

    /// <summary>A program and its libraries, found where this machine has them.</summary>
    private async Task CopyAsync(string program)
    {
        var libraries = (await RunAsync("ldd", $"/bin/{program}")).Split('\n').SelectMany(line => line.Split(' ', '\t')).Where(word => word.StartsWith('/'));
        foreach (var file in libraries.Append($"/bin/{program}").Where(file => !File.Exists(_folder.File("files" + file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File("files" + file))!);
            File.Copy(file, _folder.File("files" + file));
        }
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }

    private static Task<string> BuildahAsync(string storage, params string[] arguments) => RunAsync("buildah",
        ["--root", Path.Combine(storage, "root"), "--runroot", Path.Combine(storage, "run"), "--storage-driver", "vfs", .. arguments]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return output;
    }
}
