using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>A person's word before production changes: GitHub's environment protection in CI, else the release's version, typed.</summary>
/// <param name="input">The terminal; null when there is none.</param>
/// <param name="isProtected">Whether a workflow's environment has asked somebody already.</param>
public sealed class Approval(TextReader? input, bool isProtected)
{
    /// <summary>For this process: its terminal, or its workflow.</summary>
    public static Approval Here() => new(Console.IsInputRedirected ? null : Console.In, Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true");

    /// <summary>Asks.</summary>
    /// <param name="release">What will be deployed.</param>
    /// <param name="environment">Where to.</param>
    /// <param name="given">The version that was given on the command line, for a shell without a terminal.</param>
    /// <param name="say">Shows the question.</param>
    /// <returns>How it was approved, for the record.</returns>
    /// <exception cref="NotApproved">It was not.</exception>
    public string Require(Release release, string environment, string? given, Action<string> say)
    {
        if (isProtected) return "by the workflow's environment";
        if (given is null && input is not null) say($"Type the version to deploy it to {environment}: {release.Version} ({release.Artifact.Digest.Prefix})");
        var word = given ?? input?.ReadLine()?.Trim();
        return word == release.Version ? $"by {Actor.Name}" : throw new NotApproved(release, environment, word);
    }
}

/// <summary>Nobody said that a release may go there.</summary>
public sealed class NotApproved(Release release, string environment, string? word) : DeliveryError(
    word is null ? $"Nobody approved {release.Version} for {environment}." : $"'{word}' is not the version {release.Version}; nothing was deployed to {environment}.",
    $"Type the version when asked, or give it: --approve {release.Version}");
