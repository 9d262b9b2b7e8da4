using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>
/// The keystore and <c>android/key.properties</c> for the time of a build, where Flutter's guide (docs.flutter.dev/deployment/android) has the project read
/// them. Both are of this user alone, and gone afterwards, also when this process was killed.
/// </summary>
public sealed class AndroidSigning : IDisposable
{
    private readonly Guard _guard = Guard.Start();

    private AndroidSigning(string properties, AndroidKey key, byte[] keystore)
    {
        var folder = Directory.CreateTempSubdirectory("jobswipe-keys-").FullName;
        _guard.Add($"rm -rf -- {Guard.Quote(folder)} {Guard.Quote(properties)}");
        var store = Path.Combine(folder, "keystore.jks");
        KeyMaterial.WritePrivate(store, keystore);
        KeyMaterial.WritePrivate(properties, System.Text.Encoding.Latin1.GetBytes(
            $"storeFile={Value(store)}\nstorePassword={Value(key.StorePassword!)}\nkeyAlias={Value(key.Alias!)}\nkeyPassword={Value(key.KeyPassword ?? key.StorePassword!)}\n"));
    }

    /// <summary>Puts them there.</summary>
    /// <param name="project">The Flutter project's folder.</param>
    /// <param name="key">The key.</param>
    /// <returns>Removes them; null when there is no key.</returns>
    /// <exception cref="KeyUnusable">A part is missing, or the project has a <c>key.properties</c> of its own.</exception>
    public static AndroidSigning? Prepare(string project, AndroidKey key)
    {
        if (key.IsEmpty) return null;
        var keystore = key.Read();
        var properties = Path.Combine(project, "android", "key.properties");
        if (File.Exists(properties)) throw new KeyUnusable("of the Android app", $"'{properties}' is there already and would be overwritten", "Remove it, or give no key.");
        Directory.CreateDirectory(Path.GetDirectoryName(properties)!);
        return new AndroidSigning(properties, key, keystore);
    }

    /// <inheritdoc/>
    public void Dispose() => _guard.Dispose();

    // java.util.Properties: a backslash escapes, blanks before a value are skipped, and what is not Latin-1 is written as \uXXXX.
    private static string Value(string text) => string.Concat(text.Select(character => character switch
    {
        '\\' => "\\\\",
        '\n' => "\\n",
        ' ' => "\\ ",
        > '\u007e' => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    }));
}
