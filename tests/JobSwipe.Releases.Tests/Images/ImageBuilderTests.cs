using JobSwipe.Releases.Images;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Images;

public sealed class ImageBuilderTests : IDisposable
{
    private static readonly SourceVersion Source = new("1.0.0", "0123456789abcdef0123456789abcdef01234567", false);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LocalRegistry Registry => new(Path.Combine(_folder.Path, "registry"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Builds_an_image_whose_digest_depends_on_nothing_but_its_content()
    {
        var builder = new ImageBuilder(await EngineAsync(), Registry, _ => { });
        var (application, published) = Prepare();

        var first = await builder.BuildAsync(application, published, Source, Cancellation);
        var second = await builder.BuildAsync(application, published, Source, Cancellation);
        var other = await builder.BuildAsync(application, published, Source with { Version = "1.0.1" }, Cancellation);

        second.Digest.ShouldBe(first.Digest);
        other.Digest.ShouldNotBe(first.Digest);
        first.Reference.ShouldBe($"registry.fly.io/sample@{first.Digest}");
        File.Exists(Path.Combine(Registry.PathOf(first.Digest), "index.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Derives_an_image_with_other_variables()
    {
        var builder = new ImageBuilder(await EngineAsync(), Registry, _ => { });
        var (application, published) = Prepare();
        var artifact = await builder.BuildAsync(application, published, Source, Cancellation);

        var derived = await builder.DeriveAsync(artifact, new Dictionary<string, string> { ["JOBSWIPE_FAULT"] = "error-500" }, Cancellation);

        derived.Digest.ShouldNotBe(artifact.Digest);
        var blobs = Directory.GetFiles(Path.Combine(Registry.Layout, "blobs", "sha256")).Where(file => new FileInfo(file).Length < 100_000);
        blobs.ShouldContain(file => File.ReadAllText(file).Contains("\"JOBSWIPE_FAULT=error-500\""));
    }

    [Fact]
    public async Task Keeps_only_the_newest_artifacts_and_the_blobs_they_use()
    {
        var builder = new ImageBuilder(await EngineAsync(), Registry, _ => { });
        var (application, published) = Prepare();
        var old = await builder.BuildAsync(application, published, Source, Cancellation);
        var kept = await builder.BuildAsync(application, published, Source with { Version = "1.0.1" }, Cancellation);
        Directory.SetLastWriteTimeUtc(Registry.PathOf(old.Digest), DateTime.UnixEpoch);

        Registry.Prune(keep: 1).ShouldHaveSingleItem();

        Directory.Exists(Registry.PathOf(old.Digest)).ShouldBeFalse();
        File.Exists(Path.Combine(Registry.Layout, "blobs", "sha256", old.Digest.Hex)).ShouldBeFalse();
        Registry.SizeOf(kept.Digest).ShouldBe(kept.Bytes);
        // A kept image can still be derived from, and a new one pushed.
        await builder.DeriveAsync(kept, new Dictionary<string, string> { ["A"] = "b" }, Cancellation);
    }

    [Fact]
    public async Task Delivers_the_published_folder_without_an_engine()
    {
        var (application, published) = Prepare();

        var artifact = await new ImageBuilder(null, Registry, _ => { }).BuildAsync(application, published, Source, Cancellation);

        artifact.Kind.ShouldBe(ArtifactKind.Folder);
        File.Exists(Path.Combine(Registry.PathOf(artifact.Digest), "published", "Sample")).ShouldBeTrue();
        File.Exists(Path.Combine(Registry.PathOf(artifact.Digest), "entrypoint.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Names_the_digest_of_a_folder_by_content_and_variables()
    {
        var (application, published) = Prepare();
        var builder = new ImageBuilder(null, Registry, _ => { });
        var first = await builder.BuildAsync(application, published, Source, Cancellation);
        var same = await builder.BuildAsync(application, published, Source, Cancellation);

        var derived = await builder.DeriveAsync(first, new Dictionary<string, string> { ["A"] = "b" }, Cancellation);

        same.Digest.ShouldBe(first.Digest);
        derived.Digest.ShouldNotBe(first.Digest);
    }

    [Fact]
    public async Task Refuses_a_Dockerfile_application_without_an_engine()
    {
        var (application, _) = Prepare();

        await Should.ThrowAsync<NoContainerEngine>(() => new ImageBuilder(null, Registry, _ => { }).BuildAsync(application, null, Source, Cancellation));
    }

    private static async Task<ContainerEngine> EngineAsync()
    {
        var engine = await ContainerEngine.DetectAsync(Cancellation);
        Assert.SkipWhen(engine is null, "no container engine can be used on this machine");
        return engine!;
    }

    private (Application Application, string Published) Prepare()
    {
        var published = Path.Combine(_folder.Path, "context", "publish");
        Directory.CreateDirectory(published);
        File.WriteAllText(Path.Combine(published, "Sample"), "#!/bin/sh\necho hello\n");
        File.WriteAllText(Path.Combine(_folder.Path, "Dockerfile"), "ARG BASE\nFROM ${BASE}\nARG VERSION\nARG COMMIT\nENV APP_VERSION=${VERSION} APP_COMMIT=${COMMIT}\nCOPY publish/ /app\nUSER 1000\nENTRYPOINT [\"/app/Sample\"]\n");
        var application = new Application
        {
            Folder = _folder.Path,
            Name = "sample",
            Project = Path.Combine(_folder.Path, "Sample.csproj"),
            Production = new FlyConfig("fly.toml", "sample"),
            Staging = new FlyConfig("fly.staging.toml", "sample-staging"),
            Smoke = new SmokePlan([], []),
        };
        return (application, published);
    }
}
