using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>An S3 store was named, but nothing in the environment says who writes to it.</summary>
public sealed class StoreCredentialsMissing(string location) : DeliveryError(
    $"There are no credentials for {location}.",
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN for temporary ones), or AWS_PROFILE.");
