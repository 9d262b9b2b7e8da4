using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>A key that must be free is taken.</summary>
public sealed class ObjectExists(string location, string key) : DeliveryError(
    $"'{key}' exists already in {location}.", "Nothing was changed. Somebody else wrote it, perhaps another run at the same time: look at it, then run again.");
