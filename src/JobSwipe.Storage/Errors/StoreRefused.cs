using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>The server knows us and says no, or does not know us.</summary>
public sealed class StoreRefused(string location, string what, string code, Exception? inner = null) : DeliveryError(
    $"{location} refused to {what}: {code}.",
    "Check the credentials, and that their policy allows this on the bucket.", inner);
