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
    public async Task Builds_the_same_digest_twice_without_any_cache()
    {
        var engine = await EngineAsync();
        var (application, published) = Prepare();
        File.Copy(application.Dockerfile, Path.Combine(_folder.Path, "context", "Dockerfile"));
        var settings = new ImageSettings { Context = Path.Combine(_folder.Path, "context"), Base = await BaseImage.EnsureAsync(engine, _ => { }, Cancellation), Source = Source, Title = "sample" };

        var digests = new List<Digest>();
        for (var run = 0; run < 2; run++)
        {
            // Another time of every file, as a second checkout would give.
            File.SetLastWriteTimeUtc(Path.Combine(published, "Sample"), DateTime.UtcNow.AddDays(-run));
            var arguments = settings.ToArguments(engine.Name, "").Select(argument => argument == "--layers" ? "--no-cache" : argument);
            var image = await engine.Command([.. arguments]).OutputAsync(Cancellation);
            digests.Add(await Registry.PushAsync(engine, image.Trim().Split('\n')[^1], Cancellation));
        }

        digests[1].ShouldBe(digests[0]);
    }

    [Fact]
    public async Task Refuses_an_image_that_runs_as_root()
    {
        var builder = new ImageBuilder(await EngineAsync(), Registry, _ => { });
        var (application, published) = Prepare();
        File.WriteAllText(application.Dockerfile, File.ReadAllText(application.Dockerfile).Replace("USER 1000\n", ""));

        (await Should.ThrowAsync<ImageRunsAsRoot>(() => builder.BuildAsync(application, published, Source, Cancellation))).Remedy.ShouldContain("USER 65532");
    }

    [Fact]
    public async Task Is_pushed_to_a_registry_under_the_digest_it_was_built_with_and_only_once()
    {
        var (builder, server) = (new ImageBuilder(await EngineAsync(), Registry, _ => { }), await RegistryServer.StartAsync(_folder));
        using (server)
        using (var client = new RegistryClient(server.Host))
        {
            var (application, published) = Prepare();
            var artifact = await builder.BuildAsync(application, published, Source, Cancellation);

            (await ImagePush.RunAsync(artifact, Registry, client, "sample", Cancellation)).ShouldEndWith("blobs uploaded");

            (await client.FindAsync("sample", artifact.Digest.ToString(), Cancellation)).ShouldBe(artifact.Digest);
            (await ImagePush.RunAsync(artifact, Registry, client, "sample", Cancellation)).ShouldBe("it was there");
            (await client.FindAsync("sample", "latest", Cancellation)).ShouldBeNull();
            // What another machine gets by that digest is the image that was built.
            var pulled = await ContainerEngine.Buildah.Command("pull", "--quiet", "--tls-verify=false", $"docker://{server.Host}/sample@{artifact.Digest}").RunAsync(Cancellation);
            pulled.ExitCode.ShouldBe(0, pulled.Error);
        }
    }

    [Fact]
    public async Task Refuses_a_base_by_tag_with_the_digest_that_the_registry_knows()
    {
        var (builder, server) = (new ImageBuilder(await EngineAsync(), Registry, _ => { }), await RegistryServer.StartAsync(_folder));
        using (server)
        using (var client = new RegistryClient(server.Host))
        {
            var (application, published) = Prepare();
            var artifact = await builder.BuildAsync(application, published, Source, Cancellation);
            await ImagePush.RunAsync(artifact, Registry, client, "base", Cancellation);
            var tag = await ContainerEngine.Buildah.Command("push", "--quiet", "--tls-verify=false", "--disable-compression", await PullAsync(artifact), $"docker://{server.Host}/base:1").RunAsync(Cancellation);
            tag.ExitCode.ShouldBe(0, tag.Error);
            File.WriteAllText(application.Dockerfile, $"FROM {server.Host}/base:1\n");

            var error = await Should.ThrowAsync<BaseNotPinned>(() => builder.BuildAsync(application, published, Source, Cancellation));

            error.Message.ShouldContain($"'{server.Host}/base:1'");
            error.Remedy.ShouldStartWith($"Write it as {server.Host}/base@sha256:");
        }
    }

    [Fact]
    public async Task Says_that_a_registry_does_not_answer()
    {
        using var client = new RegistryClient("127.0.0.1:1");

        (await Should.ThrowAsync<RegistryRefused>(() => client.FindAsync("sample", "1", Cancellation))).Message.ShouldContain("127.0.0.1:1");
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
        Registry.UserOf(derived.Digest).ShouldBe(Registry.UserOf(artifact.Digest));
        // An engine takes it as it takes every other: what was written is a whole image.
        (await PullAsync(derived)).ShouldNotBe(await PullAsync(artifact));
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

    private async Task<string> PullAsync(Artifact artifact) =>
        (await (ContainerEngine.Buildah.Command("pull", "--quiet", $"oci:{artifact.Digest.Hex}") with { WorkingDirectory = Registry.Folder }).OutputAsync(Cancellation)).Trim();

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
        File.WriteAllText(Path.Combine(_folder.Path, "Dockerfile"), "ARG BASE=debian@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716\nFROM ${BASE}\nARG VERSION\nARG COMMIT\nENV APP_VERSION=${VERSION} APP_COMMIT=${COMMIT}\nCOPY publish/ /app\nUSER 1000\nENTRYPOINT [\"/app/Sample\"]\n");
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
