using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>A text is no location of a store.</summary>
public sealed class StoreLocationInvalid(string location, string why) : DeliveryError(
    $"'{location}' is not an object store: {why}.",
    "Give a folder, or s3://bucket/prefix?endpoint=https://host&pathStyle=true, in --store.");
