namespace JobSwipe.Releases.Mobile;

/// <summary>What Flutter builds.</summary>
public enum MobileTarget
{
    /// <summary>An Android package, to be installed as it is.</summary>
    Apk,

    /// <summary>An Android app bundle, for the Play store.</summary>
    AppBundle,

    /// <summary>An iOS archive; only on macOS.</summary>
    Ipa,

    /// <summary>A folder for a web server.</summary>
    Web,
}
