using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>The location asks for Object Lock and the bucket has none.</summary>
public sealed class ObjectLockMissing(string location, string bucket, Exception? inner = null) : DeliveryError(
    $"The location {location} asks for a lock, and the bucket '{bucket}' has no Object Lock.",
    "Make a bucket with Object Lock (it is chosen when a bucket is created), or leave lock= out of the location.", inner);
