using System.Diagnostics;
using System.Runtime.CompilerServices;
using JobSwipe.Storage;

namespace JobSwipe.Releases.SampleDeployment;

/// <summary>
/// A store whose process dies before or after one of its calls: each is a line in <c>points</c>, as are the calls of flyctl, and the line whose
/// number is in <c>kill</c> is the last.
/// </summary>
public sealed class MortalStore(IObjectStore store, string folder) : IObjectStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _put = [];
    private readonly string _points = Path.Combine(folder, "points");
    private readonly int _kill = int.Parse(File.ReadAllText(Path.Combine(folder, "kill")));

    public string Location => store.Location;

    public Task CheckWritableAsync(CancellationToken cancellation = default) => store.CheckWritableAsync(cancellation);

    public async Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default)
    {
        Point($"before put {key}");
        var info = await store.PutAsync(key, content, condition, cancellation);
        Point($"after put {key}");
        return info;
    }

    public Task<Stream> GetAsync(string key, CancellationToken cancellation = default) => store.GetAsync(key, cancellation);

    public Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default) => store.HeadAsync(key, cancellation);

    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Point($"before list {prefix}");
        await foreach (var info in store.ListAsync(prefix, cancellation)) yield return info;
    }

    public async Task DeleteAsync(string key, CancellationToken cancellation = default)
    {
        Point($"before delete {key}");
        await store.DeleteAsync(key, cancellation);
        Point($"after delete {key}");
    }

    private void Point(string what)
    {
        lock (_lock)
        {
            // The lock is renewed by the clock, not by a step: its place among the points would be another one each time.
            if (what.EndsWith("put locks/production.json", StringComparison.Ordinal) && !_put.Add(what)) return;
            File.AppendAllText(_points, what + "\n");
            if (File.ReadLines(_points).Count() < _kill) return;
            Process.GetCurrentProcess().Kill();
            // The signal has been sent; nothing more may happen until it arrives.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
