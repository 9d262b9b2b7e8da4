using System.Runtime.CompilerServices;

namespace JobSwipe.Storage;

/// <summary>A store whose keys lie in one folder of another store.</summary>
internal sealed class SubStore(IObjectStore store, string folder) : IObjectStore
{
    private readonly string _folder = ObjectKey.Check(folder) + "/";

    public string Location => $"{store.Location.TrimEnd('/')}/{folder}";

    public Task CheckWritableAsync(CancellationToken cancellation = default) => store.CheckWritableAsync(cancellation);

    public async Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default) =>
        Inner(await store.PutAsync(_folder + key, content, condition, cancellation));

    public Task<Stream> GetAsync(string key, CancellationToken cancellation = default) => store.GetAsync(_folder + key, cancellation);

    public async Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default) =>
        await store.HeadAsync(_folder + key, cancellation) is { } info ? Inner(info) : null;

    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var info in store.ListAsync(_folder + prefix, cancellation)) yield return Inner(info);
    }

    public Task DeleteAsync(string key, CancellationToken cancellation = default) => store.DeleteAsync(_folder + key, cancellation);

    private ObjectInfo Inner(ObjectInfo info) => info with { Key = info.Key[_folder.Length..] };
}
