using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>Who signed an Android package, by <c>apksigner verify</c> (developer.android.com/tools/apksigner); it ends with 0 only for a signature that holds.</summary>
public static class ApkSignature
{
    private const string Label = "certificate SHA-256 digest: ";

    /// <summary>The arguments of apksigner.</summary>
    public static IReadOnlyList<string> ToArguments(string package) => ["verify", "--verbose", "--print-certs", package];

    /// <summary>Verifies a package.</summary>
    /// <returns>The SHA-256 of the signer's certificate, or <c>not run: …</c>.</returns>
    /// <exception cref="ApkNotSigned">The signature does not hold, or names nobody.</exception>
    public static async Task<string> VerifyAsync(string package, CancellationToken cancellation = default)
    {
        try
        {
            var result = await new Command("apksigner", ToArguments(package)).RunAsync(cancellation);
            if (result.ExitCode != 0) throw new ApkNotSigned(package, (result.Error + result.Output).Trim().Split('\n')[^1]);
            return SignerIn(result.Output) ?? throw new ApkNotSigned(package, "apksigner names no signer");
        }
        catch (ToolMissing)
        {
            return "not run: apksigner is not on this machine";
        }
    }

    /// <summary>The certificate in what apksigner prints; null when there is none.</summary>
    public static string? SignerIn(string output) => output.Split('\n').Select(line => line.Trim())
        .Where(line => line.StartsWith("Signer #1 ", StringComparison.Ordinal) && line.Contains(Label, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(Label, StringComparison.Ordinal) + Label.Length)..]).FirstOrDefault();
}

/// <summary>An Android package has no signature that holds.</summary>
public sealed class ApkNotSigned(string package, string why) : DeliveryError($"'{package}' is not signed: {why}", "Look at signingConfigs in android/app/build.gradle and at the keystore.");
