using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>The images that a Dockerfile builds upon: each must be named by digest, or the same commit would be another image tomorrow.</summary>
public static partial class PinnedBases
{
    /// <summary>Checks a Dockerfile.</summary>
    /// <param name="dockerfile">Its path.</param>
    /// <param name="ask">Asks a registry for an image's digest; null when it has none.</param>
    /// <exception cref="BaseNotPinned">One is named by a tag; the digest to write is in the remedy where the registry tells it.</exception>
    public static async Task RequireAsync(string dockerfile, Func<ImageReference, Task<Digest?>> ask)
    {
        foreach (var image in Of(await File.ReadAllTextAsync(dockerfile)))
        {
            var reference = ImageReference.Parse(image);
            if (!reference.IsPinned) throw new BaseNotPinned(dockerfile, image, await DigestAsync(reference, ask));
        }
    }

    /// <summary>Asks the image's own registry.</summary>
    public static async Task<Digest?> AskAsync(ImageReference reference)
    {
        using var registry = new RegistryClient(reference.Registry);
        return await registry.FindAsync(reference.Name, reference.Tag);
    }

    /// <summary>The images after FROM, with the defaults of the arguments before the first of them; stages of the file itself and scratch are none.</summary>
    public static IReadOnlyList<string> Of(string dockerfile)
    {
        var arguments = Argument().Matches(dockerfile).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim('"', '\''));
        var (images, stages) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" });
        foreach (Match from in From().Matches(dockerfile))
        {
            var image = Variable().Replace(from.Groups["image"].Value, match => arguments.GetValueOrDefault(match.Groups["name"].Value, match.Value));
            if (!stages.Contains(image)) images.Add(image);
            if (from.Groups["stage"].Success) stages.Add(from.Groups["stage"].Value);
        }
        return images;
    }

    private static async Task<Digest?> DigestAsync(ImageReference reference, Func<ImageReference, Task<Digest?>> ask)
    {
        try
        {
            return await ask(reference);
        }
        catch (DeliveryError)
        {
            // The registry cannot be asked from here; that the image is not pinned is what has to be said.
            return null;
        }
    }

    [GeneratedRegex(@"^\s*ARG\s+(?<name>\w+)=(?<value>\S+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Argument();

    [GeneratedRegex(@"^\s*FROM\s+(?:--\S+\s+)*(?<image>\S+)(?:\s+AS\s+(?<stage>\S+))?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?")]
    private static partial Regex Variable();
}

/// <summary>A Dockerfile builds upon an image that can change.</summary>
public sealed class BaseNotPinned(string dockerfile, string image, Digest? digest) : DeliveryError(
    $"{dockerfile} builds upon '{image}', which can be another image tomorrow.",
    digest is { } known ? $"Write it as {Untagged(image)}@{known}" : $"Write it with its digest, {Untagged(image)}@sha256:…, as 'docker buildx imagetools inspect {image}' shows it; its registry could not be asked from here.")
{
    private static string Untagged(string image) => image.LastIndexOf(':') is > 0 and var colon && colon > image.LastIndexOf('/') ? image[..colon] : image;
}
