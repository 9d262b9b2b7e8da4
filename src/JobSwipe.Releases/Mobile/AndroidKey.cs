using JobSwipe.Tools;

namespace JobSwipe.Releases.Mobile;

/// <summary>What an Android app is signed with. An empty text is none: so GitHub gives a secret that is not set.</summary>
/// <param name="Keystore">The keystore in base64; null takes the file.</param>
/// <param name="KeystoreFile">The keystore, mode 0600.</param>
/// <param name="Alias">The key's name in it.</param>
/// <param name="StorePassword">The keystore's password.</param>
/// <param name="KeyPassword">The key's password; null is the keystore's.</param>
public sealed record AndroidKey(string? Keystore, string? KeystoreFile, string? Alias, string? StorePassword, string? KeyPassword)
{
    /// <inheritdoc cref="AndroidKey"/>
    public string? Keystore { get; } = Given(Keystore);

    /// <inheritdoc cref="AndroidKey"/>
    public string? Alias { get; } = Given(Alias);

    /// <inheritdoc cref="AndroidKey"/>
    public string? StorePassword { get; } = Given(StorePassword);

    /// <inheritdoc cref="AndroidKey"/>
    public string? KeyPassword { get; } = Given(KeyPassword);

    /// <summary>Whether none of it is given: then the project's own settings sign, or nobody does.</summary>
    public bool IsEmpty => Keystore is null && KeystoreFile is null && Alias is null && StorePassword is null && KeyPassword is null;

    /// <summary>The keystore's bytes.</summary>
    /// <exception cref="KeyUnusable">A part is missing, or the text is not base64.</exception>
    public byte[] Read()
    {
        if (Alias is null) throw new KeyUnusable("of the Android app", "its alias is not given", "Give --android-key-alias.");
        if (StorePassword is null) throw new KeyUnusable("of the Android app", "the keystore's password is not given", "Set AndroidStorePassword.");
        try
        {
            return Keystore is { } text ? Convert.FromBase64String(text) : KeyMaterial.ReadFile("of the Android app", KeystoreFile);
        }
        catch (FormatException exception)
        {
            throw new KeyUnusable("of the Android app", $"AndroidKeystore is not base64: {exception.Message}", "Make it with: base64 -w0 upload-keystore.jks");
        }
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
