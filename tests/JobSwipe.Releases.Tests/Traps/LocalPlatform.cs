using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Tests.Traps;
using JobSwipe.Tools.Processes;

[assembly: AssemblyFixture(typeof(LocalPlatform))]

namespace JobSwipe.Releases.Tests.Traps;

/// <summary>LocalFly as a program of its own, with a registry that holds a small service in as many variants as a test wants.</summary>
public sealed class LocalPlatform : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private Guard? _guard;

    private static string Dotnet => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));

    private string Registry => Path.Combine(_folder.Path, "registry");

    private string State => Path.Combine(_folder.Path, "state");

    public async ValueTask InitializeAsync()
    {
        var published = Directory.CreateDirectory(Path.Combine(Registry, "published")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "SampleService*")) File.Copy(file, Path.Combine(published, Path.GetFileName(file)));
        _guard = Guard.Start();
        await Daemon.StartAsync(Platform().Command("serve", "--state", State, "--foreground"), Path.Combine(_folder.Path, "log"), _guard,
            () => Task.FromResult(File.Exists(Path.Combine(State, "platform.json"))), TimeSpan.FromSeconds(60));
    }

    public ValueTask DisposeAsync()
    {
        _guard?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The platform, with faults that spring in the commands that are given.</summary>
    public FlyPlatform Platform(string? faults = null) => new(Path.Combine(AppContext.BaseDirectory, "JobSwipe.LocalFly"), new Dictionary<string, string?>
    {
        ["DOTNET_ROOT"] = Dotnet,
        ["LOCALFLY_STATE"] = State,
        ["LOCALFLY_REGISTRY"] = Registry,
        ["LOCALFLY_SETTLE_SECONDS"] = "0.1",
        ["LOCALFLY_FAULT"] = faults,
        ["FLY_API_TOKEN"] = "local",
    }, "local");

    /// <summary>Every fault springs anew.</summary>
    public void ForgetFaults()
    {
        var faults = Path.Combine(State, "faults");
        if (Directory.Exists(faults)) Directory.Delete(faults, recursive: true);
    }

    /// <summary>A release of the small service; switches make it ill.</summary>
    public Release Release(string version, string switches = "")
    {
        var entrypoint = JsonSerializer.Serialize(new
        {
            entrypoint = new[] { "SampleService" },
            env = new Dictionary<string, string> { ["RELEASE"] = version, ["SAMPLE"] = switches, ["DOTNET_ROOT"] = Dotnet, ["DOTNET_TieredPGO"] = "0" },
        });
        var bytes = Encoding.UTF8.GetBytes(entrypoint);
        var artifact = Path.Combine(Registry, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (!Directory.Exists(artifact))
        {
            Directory.CreateDirectory(artifact);
            Directory.CreateSymbolicLink(Path.Combine(artifact, "published"), Path.Combine(Registry, "published"));
            File.WriteAllBytes(Path.Combine(artifact, "entrypoint.json"), bytes);
        }
        return Sample.Release(version) with { Artifact = Sample.Release().Artifact with { Kind = ArtifactKind.Folder, Digest = Digest.Of(bytes) } };
    }
}
