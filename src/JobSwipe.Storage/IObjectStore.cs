namespace JobSwipe.Storage;

/// <summary>
/// Objects under keys such as <c>backups/20260101T000000Z-1a2b3c/manifest.json</c>, in a folder or in an S3 bucket. An object appears whole or
/// not at all, and conditional writes make it safe for several writers. Keys: see <see cref="ObjectKey"/>.
/// </summary>
/// <remarks>
/// Every member may throw <see cref="StoreUnreachable"/>, <see cref="StoreRefused"/> or <see cref="BucketMissing"/>.
/// </remarks>
public interface IObjectStore
{
    /// <summary>Where it is, for messages; never with credentials.</summary>
    string Location { get; }

    /// <summary>Writes and removes a small object, and clears away what killed writers left. Call it before beginning something long.</summary>
    /// <exception cref="StoreNotWritable">Nothing can be written there.</exception>
    /// <exception cref="StoreFull">There is no room even for that.</exception>
    Task CheckWritableAsync(CancellationToken cancellation = default);

    /// <summary>Stores a stream of any length. When reading it fails, that error is passed on and nothing is stored.</summary>
    /// <exception cref="ObjectExists">The condition was <see cref="WriteCondition.IsNew"/> and the key is taken.</exception>
    /// <exception cref="ObjectChanged">The condition was <see cref="WriteCondition.Matches"/> and somebody was faster.</exception>
    /// <exception cref="ObjectMissing">The condition was <see cref="WriteCondition.Matches"/> and there is no such object.</exception>
    /// <exception cref="StoreFull">The disk or the quota is full.</exception>
    /// <exception cref="StoreNotWritable">Nothing can be written there.</exception>
    /// <exception cref="UploadNotStored">The store kept something else than what was sent.</exception>
    Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default);

    /// <summary>Opens an object for reading; the caller disposes the stream.</summary>
    /// <exception cref="ObjectMissing">There is no such object.</exception>
    Task<Stream> GetAsync(string key, CancellationToken cancellation = default);

    /// <summary>What is known of an object; null when there is none.</summary>
    Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default);

    /// <summary>The objects whose keys begin with a text, in ordinal order of their keys; all for an empty one.</summary>
    IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, CancellationToken cancellation = default);

    /// <summary>Removes an object; nothing happens when there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellation = default);
}
