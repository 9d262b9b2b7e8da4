using System.Collections.Concurrent;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Machines;

namespace JobSwipe.LocalFly.Platform;

/// <summary>An app: its machines, secrets, releases, and the proxy in front of it.</summary>
internal sealed class FlyApp(string name, AppProxy proxy, ImageStore images, string state) : IAsyncDisposable
{
    private const int MostDestroyed = 50;
    // Whoever ends the platform kills it after 10 seconds.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Machine> _machines = new();
    private readonly ConcurrentDictionary<string, string> _secrets = new();
    private readonly ConcurrentQueue<Machine> _destroyed = new();
    private readonly List<ReleaseView> _releases = [];
    private readonly Volumes _volumes = new(Path.Combine(state, "volumes", name));
    private readonly Lock _lock = new();
    private (string Owner, DateTimeOffset Expires)? _lease;

    public AppView View => new(name, proxy.Url, $"{name}.fly.dev");

    public IEnumerable<Machine> Machines => _machines.Values;

    /// <summary>Newest first, at most 25, as Fly shows them.</summary>
    public IReadOnlyList<ReleaseView> Releases { get { lock (_lock) return [.. Enumerable.Reverse(_releases).Take(25)]; } }

    public IEnumerable<LogLine> Log => MachineLog.Read(LogFolder, name);

    private string LogFolder => Path.Combine(state, "logs");

    /// <exception cref="PlatformError">There is none.</exception>
    public Machine Machine(string id) =>
        _machines.TryGetValue(id, out var machine) ? machine : throw new PlatformError($"machine {id} was not found in app '{name}'", StatusCodes.Status404NotFound);

    /// <summary>A machine, also one that was destroyed lately.</summary>
    public MachineView ViewOf(string id) => (_destroyed.FirstOrDefault(machine => machine.Id == id) ?? Machine(id)).View;

    public async Task<MachineView> LaunchAsync(LaunchRequest request)
    {
        MachineLog.Prune(LogFolder);
        var machine = new Machine(name, request.Region, request.Config, images.Resolve(request.Config.Image), LogFolder, _volumes, request.Cordoned);
        _machines[machine.Id] = machine;
        try
        {
            await machine.StartAsync(new Dictionary<string, string>(_secrets));
        }
        catch
        {
            await DestroyAsync(machine.Id);
            throw;
        }
        return machine.View;
    }

    public async Task<MachineView> UpdateAsync(string id, MachineConfig config)
    {
        var machine = Machine(id);
        await machine.ReplaceAsync(config, images.Resolve(config.Image), new Dictionary<string, string>(_secrets));
        return machine.View;
    }

    public async Task<MachineView> StartAsync(string id)
    {
        await Machine(id).StartAsync(new Dictionary<string, string>(_secrets));
        return Machine(id).View;
    }

    public async Task<MachineView> StopAsync(string id, StopRequest? request)
    {
        await Machine(id).StopAsync(request ?? new StopRequest());
        return Machine(id).View;
    }

    public async Task DestroyAsync(string id)
    {
        if (!_machines.TryRemove(id, out var machine)) return;
        _destroyed.Enqueue(machine);
        if (_destroyed.Count > MostDestroyed) _destroyed.TryDequeue(out _);
        await machine.DestroyAsync();
    }

    /// <summary>Begins a release, or ends the one that is running.</summary>
    public ReleaseView Record(ReleaseView release)
    {
        lock (_lock)
        {
            var at = _releases.FindIndex(known => known.Id == release.Id);
            if (at >= 0) return _releases[at] = release;
            var numbered = release with { Version = _releases.Count + 1 };
            _releases.Add(numbered);
            return numbered;
        }
    }

    /// <summary>Takes or renews the right to change machines.</summary>
    /// <exception cref="PlatformError">Somebody else has it.</exception>
    public void Lease(string owner, TimeSpan length)
    {
        lock (_lock)
        {
            if (_lease is { } held && held.Owner != owner && held.Expires > DateTimeOffset.UtcNow)
                throw new PlatformError($"failed to acquire lease: lease currently held by another deployment of '{name}', expires at {held.Expires:u}", StatusCodes.Status409Conflict);
            _lease = (owner, DateTimeOffset.UtcNow + length);
        }
    }

    public void Release(string owner)
    {
        lock (_lock)
        {
            if (_lease?.Owner == owner) _lease = null;
        }
    }

    public void SetSecrets(IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (key, value) in values)
        {
            if (value is null) _secrets.TryRemove(key, out _);
            else _secrets[key] = value;
        }
    }

    /// <summary>The secrets and how many machines have them.</summary>
    public IEnumerable<SecretView> Secrets()
    {
        var machines = _machines.Values.Select(machine => machine.SecretDigests).ToArray();
        return _secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret =>
        {
            var digest = SecretDigest.Of(secret.Value);
            var have = machines.Count(digests => digests.GetValueOrDefault(secret.Key) == digest);
            return new SecretView(secret.Key, digest, have == 0 ? "Staged" : have == machines.Length ? "Deployed" : "Partial");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_machines.Values.Select(EndAsync));
        await proxy.DisposeAsync();
    }

    private static async Task EndAsync(Machine machine)
    {
        try
        {
            await machine.DestroyAsync(LongestEnd);
        }
        catch (PlatformError error)
        {
            // The others are to end all the same.
            await Console.Error.WriteLineAsync($"machine {machine.Id} was not removed: {error.Message}");
        }
    }
}
