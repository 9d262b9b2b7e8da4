using System.ComponentModel;
using JobSwipe.LocalFly.Machines;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>buildah with this platform's storage.</summary>
/// <param name="storage">The folder of its images and containers.</param>
internal sealed class Buildah(string storage)
{
    private const string NamePrefix = "localfly-";
    private readonly SemaphoreSlim _pulling = new(1);
    private readonly Dictionary<string, string> _pulled = [];

    /// <summary>The id of a layout's image, which is taken into the storage once.</summary>
    public async Task<string> PullAsync(string layout)
    {
        await _pulling.WaitAsync();
        try
        {
            // buildah makes a name from the layout's path and refuses capitals in it, so it runs in the registry's folder.
            if (!_pulled.TryGetValue(layout, out var id))
                _pulled[layout] = id = await RunAsync(["pull", "--quiet", $"oci:{Path.GetFileName(layout)}"], Path.GetDirectoryName(layout));
            return id;
        }
        finally
        {
            _pulling.Release();
        }
    }

    /// <summary>Makes files of an image: a container's name and where its files are.</summary>
    public async Task<(string Container, string Root)> MountAsync(string image)
    {
        var container = await RunAsync(["from", "--pull-never", "--name", $"{NamePrefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}", image]);
        return (container, await RunAsync(["mount", container]));
    }

    public Task RemoveAsync(string container) => RunAsync(["rm", container]);

    /// <summary>Removes the files of machines whose platform was killed.</summary>
    public async Task PruneAsync()
    {
        if (!Directory.Exists(storage)) return;
        try
        {
            foreach (var name in (await RunAsync(["containers", "--format", "{{.ContainerName}}"])).Split('\n'))
                if (name.StartsWith(NamePrefix, StringComparison.Ordinal) && !Directory.Exists($"/proc/{name[NamePrefix.Length..].Split('-')[0]}")) await RemoveAsync(name);
        }
        catch (Exception exception) when (exception is PlatformError or Win32Exception)
        {
            // Nothing that is needed now; the next machine's files show what is wrong with buildah.
            await Console.Error.WriteLineAsync($"leftovers were not removed: {exception.Message}");
        }
    }

    private Task<string> RunAsync(IReadOnlyList<string> arguments, string? folder = null) => Tool.RunAsync(
        [
            "buildah", "--root", Path.Combine(storage, "root"), "--runroot", Path.Combine(storage, "run"),
            "--storage-driver", Environment.GetEnvironmentVariable("LOCALFLY_CONTAINER_DRIVER") ?? "vfs", .. arguments,
        ], folder);
}
