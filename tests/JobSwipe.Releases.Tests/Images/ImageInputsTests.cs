using JobSwipe.Releases.Images;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Images;

public sealed class ImageInputsTests : IDisposable
{
    private static readonly SourceVersion Source = new("1.0.0", "0123456789abcdef0123456789abcdef01234567", Dirty: false);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly LocalRegistry _registry;

    public ImageInputsTests() => _registry = new LocalRegistry(Path.Combine(_folder.Path, "registry"));

    private string ReleaseFile => Path.Combine(_folder.Path, "release.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Change_with_the_version_the_commit_the_tree_the_sources_the_Dockerfile_and_the_engine()
    {
        var all = new[]
        {
            Of("FROM a", "x", Source, null), Of("FROM b", "x", Source, null), Of("FROM a", "y", Source, null), Of("FROM a", "x", Source with { Version = "1.0.1" }, null),
            Of("FROM a", "x", Source with { Commit = "other" }, null), Of("FROM a", "x", Source with { Dirty = true }, null), Of("FROM a", "x", Source, new ContainerEngine("docker")),
        };

        all.Distinct().Count().ShouldBe(all.Length);
        Of("FROM a", "x", Source, null).ShouldBe(all[0]);
    }

    [Fact]
    public void Let_a_release_be_taken_again_only_when_its_artifact_is_there()
    {
        var release = Sample.Release() with { Inputs = "same" };
        release.Save(ReleaseFile);
        Release.Unchanged(ReleaseFile, "same", _registry).ShouldBeNull();
        Directory.CreateDirectory(_registry.PathOf(release.Artifact.Digest));

        Release.Unchanged(ReleaseFile, "same", _registry).ShouldBe(release);
        Release.Unchanged(ReleaseFile, "other", _registry).ShouldBeNull();
        Release.Unchanged(ReleaseFile, null, _registry).ShouldBeNull();
    }

    private string Of(string dockerfile, string published, SourceVersion source, ContainerEngine? engine)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (name, text) in new[] { ("Dockerfile", dockerfile), ("seed.sql", ""), ("fly.toml", "app = \"a\""), ("fly.staging.toml", "app = \"b\""), ("smoke.json", """{"http":[],"browser":[]}""") })
            File.WriteAllText(Path.Combine(folder, name), text);
        return ImageInputs.Of(Application.Load(folder), published, source, engine);
    }
}
