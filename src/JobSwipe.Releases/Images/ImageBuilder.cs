using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>Builds an application's artifact into the local registry, named by digest.</summary>
public sealed class ImageBuilder(ContainerEngine? engine, LocalRegistry registry, Action<string> say)
{
    private const int Kept = 9;

    /// <summary>Builds the image, or takes the published folder where no engine is at hand.</summary>
    /// <param name="application">What to build.</param>
    /// <param name="published">The published folder; null for an application whose Dockerfile does everything.</param>
    /// <param name="source">Version and commit.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <exception cref="BaseNotPinned">The Dockerfile names an image by a tag.</exception>
    /// <exception cref="ImageRunsAsRoot">The image names no other user.</exception>
    /// <exception cref="NoContainerEngine">There is no engine, and no published folder to deliver instead.</exception>
    public async Task<Artifact> BuildAsync(Application application, string? published, SourceVersion source, CancellationToken cancellation = default)
    {
        var repository = $"registry.fly.io/{application.Name}";
        await PruneAsync(cancellation);
        if (engine is null)
        {
            if (published is null) throw new NoContainerEngine();
            var entry = Path.GetFileNameWithoutExtension(application.Project!);
            var digest = new FolderArtifact([entry], Env(source)).Store(published, registry);
            var bytes = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
            return new Artifact(ArtifactKind.Folder, repository, digest, bytes, "none", "none");
        }
        await PinnedBases.RequireAsync(application.Dockerfile, PinnedBases.AskAsync);
        var settings = new ImageSettings
        {
            Context = Context(application, published),
            Base = await BaseImage.EnsureAsync(engine, say, cancellation),
            Source = source,
            Title = application.Name,
        };
        var artifact = await StoreAsync(await BuildImageAsync(settings, cancellation), repository, settings.Base, cancellation);
        return registry.UserOf(artifact.Digest).Split(':')[0] is "" or "0" or "root" ? throw new ImageRunsAsRoot(application.Dockerfile) : artifact;
    }

    /// <summary>The same artifact with other variables: a new digest for the price of a configuration.</summary>
    public async Task<Artifact> DeriveAsync(Artifact artifact, IReadOnlyDictionary<string, string> env, CancellationToken cancellation = default)
    {
        if (artifact.Kind == ArtifactKind.Folder)
        {
            var folder = registry.PathOf(artifact.Digest);
            var original = Json.Read<FolderArtifact>(await File.ReadAllTextAsync(Path.Combine(folder, "entrypoint.json"), cancellation), "entrypoint.json");
            var derived = original with { Env = new Dictionary<string, string>([.. original.Env.Where(pair => !env.ContainsKey(pair.Key)), .. env]) };
            return artifact with { Digest = derived.Store(Path.Combine(folder, "published"), registry) };
        }
        return artifact with { Digest = registry.Derive(artifact.Digest, env) };
    }

    /// <summary>Every rehearsal leaves three images; without this, a developer's disk would fill.</summary>
    private async Task PruneAsync(CancellationToken cancellation)
    {
        foreach (var image in registry.Prune(Kept))
            // Used by somebody else, or never in this storage: both are fine.
            if (engine is { Name: not "docker" }) await engine.Command("rmi", image.Hex).RunAsync(cancellation);
    }

    private async Task<string> BuildImageAsync(ImageSettings settings, CancellationToken cancellation)
    {
        var archive = Path.Combine(registry.Folder, $"{Guid.NewGuid():N}.tar");
        Directory.CreateDirectory(registry.Folder);
        var output = await engine!.Command(settings.ToArguments(engine.Name, archive)).OutputAsync(cancellation);
        return engine.Name == "docker" ? archive : output.Trim().Split('\n')[^1];
    }

    private async Task<Artifact> StoreAsync(string image, string repository, string baseImage, CancellationToken cancellation)
    {
        var archive = image.EndsWith(".tar", StringComparison.Ordinal);
        var digest = archive ? await registry.TakeArchiveAsync(image, cancellation) : await registry.PushAsync(engine!, image, cancellation);
        if (archive) File.Delete(image);
        return new Artifact(ArtifactKind.Image, repository, digest, registry.SizeOf(digest), engine!.Name, baseImage);
    }

    private static string Context(Application application, string? published)
    {
        if (published is null) return application.Folder;
        // The context is the folder above 'publish', so that nothing else can slip into the image.
        var context = Path.GetDirectoryName(published)!;
        File.Copy(application.Dockerfile, Path.Combine(context, "Dockerfile"), overwrite: true);
        return context;
    }

    private static Dictionary<string, string> Env(SourceVersion source) => new() { ["APP_VERSION"] = source.Version, ["APP_COMMIT"] = source.Commit };
}

/// <summary>An image whose program would run as root.</summary>
public sealed class ImageRunsAsRoot(string dockerfile) : DeliveryError(
    $"The image of {dockerfile} runs as root.", "End the Dockerfile with a user by number, such as: USER 65532:65532");
