using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>The server has no such bucket.</summary>
public sealed class BucketMissing(string location, string bucket) : DeliveryError(
    $"There is no bucket '{bucket}' at {location}.", "Create it, or correct the store's location.");
