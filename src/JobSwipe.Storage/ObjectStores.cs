namespace JobSwipe.Storage;

/// <summary>Opens a store by its location.</summary>
public static class ObjectStores
{
    /// <summary>Opens a folder, or a bucket as <c>s3://bucket/prefix?endpoint=…&amp;pathStyle=true</c> (<see cref="S3Settings"/>). Nothing is read or written yet.</summary>
    /// <exception cref="StoreLocationInvalid">It is neither; an unknown scheme or setting is named.</exception>
    /// <exception cref="StoreCredentialsMissing">S3 without credentials in the environment.</exception>
    public static IObjectStore Open(string location)
    {
        if (string.IsNullOrWhiteSpace(location)) throw new StoreLocationInvalid(location, "it is empty");
        if (location.StartsWith("s3://", StringComparison.Ordinal))
            return new S3ObjectStore(S3Settings.Parse(location), S3Credentials.FromEnvironment(location));
        if (location.Contains("://", StringComparison.Ordinal))
            throw new StoreLocationInvalid(location, $"the scheme '{location[..location.IndexOf(':')]}' is unknown");
        return new DirectoryObjectStore(location);
    }

    /// <summary>The part of a store whose keys begin with a folder, as a store of its own.</summary>
    public static IObjectStore Under(this IObjectStore store, string folder) => new SubStore(store, folder);

    /// <summary>Reads a small object as UTF-8 text.</summary>
    /// <exception cref="ObjectMissing">There is no such object.</exception>
    public static async Task<string> GetTextAsync(this IObjectStore store, string key, CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(await store.GetAsync(key, cancellation));
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>Stores a text as UTF-8.</summary>
    /// <exception cref="ObjectExists">As <see cref="IObjectStore.PutAsync"/> says.</exception>
    public static async Task<ObjectInfo> PutTextAsync(
        this IObjectStore store, string key, string text, WriteCondition condition, CancellationToken cancellation = default)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await store.PutAsync(key, content, condition, cancellation);
    }
}
