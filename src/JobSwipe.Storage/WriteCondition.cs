namespace JobSwipe.Storage;

/// <summary>What must hold for a write to happen (RFC 9110, 13.1: If-None-Match and If-Match).</summary>
public readonly record struct WriteCondition
{
    /// <summary>Write whatever is there.</summary>
    public static WriteCondition None => default;

    /// <summary>
    /// Write only when there is no such object. A writer that finds its very content there takes it for its own, for answers get lost: whoever competes for a key writes something that names him.
    /// </summary>
    public static WriteCondition IsNew => new() { MustBeNew = true };

    /// <summary>Whether the key must be free.</summary>
    public bool MustBeNew { get; private init; }

    /// <summary>The ETag that the object must still have; null for no such condition.</summary>
    public string? ETag { get; private init; }

    /// <summary>Write only when the object is still the one with this ETag.</summary>
    public static WriteCondition Matches(string etag) => new() { ETag = etag };
}
