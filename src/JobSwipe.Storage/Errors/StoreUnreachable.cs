using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>The server does not answer, or not sensibly, and retrying did not help.</summary>
public sealed class StoreUnreachable(string location, string why, Exception? inner = null) : DeliveryError(
    $"{location} cannot be reached: {why.TrimEnd('.')}.",
    "Check the endpoint in the store's location, the network, and whether the server runs.", inner);
