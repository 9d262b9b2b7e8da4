using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>An object is not any more what it was when it was read.</summary>
public sealed class ObjectChanged(string location, string key) : DeliveryError(
    $"'{key}' in {location} was changed by somebody else in the meantime.", "Nothing was changed. Run again: it reads the new state first.");
