using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>There is no such object.</summary>
public sealed class ObjectMissing(string location, string key) : DeliveryError(
    $"There is no '{key}' in {location}.", "Check the name and the store's location; list what is there.")
{
    /// <summary>The key that was asked for.</summary>
    public string Key { get; } = key;
}
