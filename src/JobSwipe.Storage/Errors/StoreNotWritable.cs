using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>Nothing can be written to the store's folder.</summary>
public sealed class StoreNotWritable(string folder, string why, Exception? inner = null) : DeliveryError(
    $"The object store '{folder}' is not writable: {why.TrimEnd('.')}.",
    "Give this user the right to write there (chown or chmod), or choose another place with --store.", inner);
