using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Releases.Images;

/// <summary>What an image is built from, as one hash: building it again takes seconds and gives the same digest.</summary>
public static class ImageInputs
{
    /// <summary>The hash.</summary>
    /// <param name="application">The application.</param>
    /// <param name="published">The hash of the sources that its project was published from.</param>
    /// <param name="source">Version and commit, which the image bears.</param>
    /// <param name="engine">What builds it.</param>
    public static string Of(Application application, string published, SourceVersion source, ContainerEngine? engine)
    {
        string[] inputs = [File.ReadAllText(application.Dockerfile), published, source.Version, source.Commit, $"{source.Dirty}", engine?.Name ?? "none", BaseImage.Pinned];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', inputs))));
    }
}
