using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>A text is no key of an object.</summary>
public sealed class KeyInvalid(string key) : DeliveryError(
    $"'{key}' is not a key of an object.",
    "Use segments of letters, digits and . _ - + = @ that begin with a letter or a digit, separated by '/'.");
