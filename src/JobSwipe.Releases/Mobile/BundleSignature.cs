using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>Whether an Android app bundle is signed, by <c>jarsigner -verify</c> of the JDK: a bundle is signed as a JAR is, which apksigner does not read.</summary>
public static class BundleSignature
{
    /// <summary>The arguments of jarsigner; its sentences are translated, so that a language is named.</summary>
    public static IReadOnlyList<string> ToArguments(string bundle) => ["-J-Duser.language=en", "-verify", bundle];

    /// <summary>Verifies a bundle.</summary>
    /// <returns>What was found, or <c>not run: …</c>.</returns>
    /// <exception cref="ApkNotSigned">It is not signed, or was changed since.</exception>
    public static async Task<string> VerifyAsync(string bundle, CancellationToken cancellation = default)
    {
        try
        {
            var result = await new Command("jarsigner", ToArguments(bundle)).RunAsync(cancellation);
            return result.ExitCode == 0 && IsVerified(result.Output) ? "signed, unchanged since" : throw new ApkNotSigned(bundle, (result.Output + result.Error).Trim().Split('\n')[0]);
        }
        catch (ToolMissing)
        {
            return "not run: jarsigner is not on this machine";
        }
    }

    /// <summary>Whether jarsigner says so; for what is not signed it ends with 0 as well.</summary>
    public static bool IsVerified(string output) => output.Split('\n').Any(line => line.Trim().StartsWith("jar verified", StringComparison.Ordinal));
}
