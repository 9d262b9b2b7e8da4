using System.Collections.Concurrent;
using JobSwipe.LocalFly.Machines;

namespace JobSwipe.LocalFly.Platform;

/// <summary>An app: its machines, secrets, releases, and the proxy in front of it.</summary>
internal sealed class FlyApp(string name, AppProxy proxy) : IAsyncDisposable
{
    private readonly List<ReleaseView> _releases = [];
    private readonly Lock _lock = new();
    private (string Owner, DateTimeOffset Expires)? _lease;

    public string Name => name;

    public AppProxy Proxy => proxy;

    public ConcurrentDictionary<string, Machine> Machines { get; } = new();

    public ConcurrentDictionary<string, string> Secrets { get; } = new();

    public AppView View => new(name, proxy.Url, $"{name}.fly.dev");

    public IReadOnlyList<ReleaseView> Releases { get { lock (_lock) return [.. Enumerable.Reverse(_releases).Take(25)]; } }

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

    /// <summary>Takes or renews the right to change machines; false when somebody else has it.</summary>
    public bool Lease(string owner, TimeSpan length)
    {
        lock (_lock)
        {
            if (_lease is { } held && held.Owner != owner && held.Expires > DateTimeOffset.UtcNow) return false;
            _lease = (owner, DateTimeOffset.UtcNow + length);
            return true;
        }
    }

    public void Release(string owner)
    {
        lock (_lock)
        {
            if (_lease?.Owner == owner) _lease = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Machines.Values.Select(machine => machine.DestroyAsync()));
        await proxy.DisposeAsync();
    }
}
