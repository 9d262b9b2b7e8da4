namespace JobSwipe.Releases.Images;

/// <summary>What an image is built from.</summary>
public sealed record ImageSettings
{
    /// <summary>The build context, which holds the Dockerfile.</summary>
    public required string Context { get; init; }

    /// <summary>The base image, passed as the build argument <c>BASE</c>.</summary>
    public required string Base { get; init; }

    /// <summary>What is built, passed as <c>VERSION</c> and <c>COMMIT</c>.</summary>
    public required SourceVersion Source { get; init; }

    /// <summary>The application's name.</summary>
    public required string Title { get; init; }

    /// <summary>The arguments of a build.</summary>
    /// <param name="engine">docker, podman or buildah.</param>
    /// <param name="output">Where docker writes its OCI archive; the others keep the image in their storage.</param>
    public IReadOnlyList<string> ToArguments(string engine, string output) =>
    [
        .. engine switch
        {
            "docker" => ["buildx", "build", "--output", $"type=oci,dest={output}", "--provenance=false"],
            "podman" => ["build", "--isolation", "chroot", "--timestamp", "0", "--format", "oci"],
            // --layers, which is podman's and docker's default: packages are installed once, not in every build.
            _ => (string[])["bud", "--isolation", "chroot", "--timestamp", "0", "--format", "oci", "--pull-never", "--layers"],
        },
        "--quiet",
        "--build-arg", $"BASE={Base}",
        "--build-arg", $"VERSION={Source.Version}",
        "--build-arg", $"COMMIT={Source.Commit}",
        "--label", $"org.opencontainers.image.title={Title}",
        "--label", $"org.opencontainers.image.version={Source.Version}",
        "--label", $"org.opencontainers.image.revision={Source.Commit}",
        "--label", $"org.opencontainers.image.base.name={Base}",
        // When the commit was made: the time of the build would make every build another image.
        .. Source.Committed is { } committed ? ["--label", $"org.opencontainers.image.created={committed.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"] : (string[])[],
        .. Source.Repository is { } repository ? ["--label", $"org.opencontainers.image.source={repository}"] : (string[])[],
        Context,
    ];
}
