namespace JobSwipe.Releases.Mobile;

/// <summary>Who gets a mobile release.</summary>
public enum StoreTrack
{
    /// <summary>The team.</summary>
    Internal,

    /// <summary>Testers.</summary>
    Beta,

    /// <summary>Everybody, or a share of them.</summary>
    Production,
}
