namespace JobSwipe.Storage;

/// <summary>What a store knows of an object.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">An opaque text that is another one after every write.</param>
/// <param name="LastModified">When it was written.</param>
public sealed record ObjectInfo(string Key, long Size, string ETag, DateTimeOffset LastModified);
