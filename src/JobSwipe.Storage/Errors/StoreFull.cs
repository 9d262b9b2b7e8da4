using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>There is no room left in the store.</summary>
public sealed class StoreFull(string location, string key, Exception? inner = null) : DeliveryError(
    $"The object store {location} is full: '{key}' could not be written and was removed again.",
    "Free space there, prune old backups, or choose another place with --store; then run again.", inner);
