using JobSwipe.Tools;

namespace JobSwipe.Backups.Tests;

/// <summary>A store that takes everything but archives, as when the line to it breaks.</summary>
public sealed class StoreThatBreaks(IObjectStore inner) : IObjectStore
{
    public string Location => inner.Location;

    public Task CheckWritableAsync(CancellationToken cancellation = default) => inner.CheckWritableAsync(cancellation);

    public Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default) =>
        key.EndsWith(".age", StringComparison.Ordinal)
            ? throw new BackupFailed("the store", new DeliveryError("the line broke.", "Mend it."))
            : inner.PutAsync(key, content, condition, cancellation);

    public Task<Stream> GetAsync(string key, CancellationToken cancellation = default) => inner.GetAsync(key, cancellation);

    public Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default) => inner.HeadAsync(key, cancellation);

    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, CancellationToken cancellation = default) => inner.ListAsync(prefix, cancellation);

    public Task DeleteAsync(string key, CancellationToken cancellation = default) => inner.DeleteAsync(key, cancellation);
}
