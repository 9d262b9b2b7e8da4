using JobSwipe.Releases.Images;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Images;

public sealed class PinnedBasesTests : IDisposable
{
    private const string Pinned = "debian@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716";
    private static readonly Digest Known = Digest.Of("image"u8);
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Are_all_images_after_FROM_but_stages_and_scratch() => PinnedBases.Of($"""
        ARG BASE={Pinned}
        FROM --platform=linux/amd64 python:3.12 AS build
        RUN pip install x
        FROM scratch AS empty
        FROM $BASE
        COPY --from=build /x /x
        from Build
        """).ShouldBe(["python:3.12", Pinned]);

    [Fact]
    public Task Pass_when_each_has_a_digest() => CheckAsync($"FROM {Pinned} AS a\nFROM a\n", _ => throw new InvalidOperationException("nobody has to be asked"));

    [Fact]
    public async Task Are_refused_with_the_digest_to_write()
    {
        var error = await Should.ThrowAsync<BaseNotPinned>(() => CheckAsync("FROM localhost:5000/python:3.12\n", _ => Task.FromResult<Digest?>(Known)));

        error.Message.ShouldContain("'localhost:5000/python:3.12'");
        error.Remedy.ShouldBe($"Write it as localhost:5000/python@{Known}");
    }

    [Fact]
    public async Task Are_refused_also_where_the_registry_cannot_be_asked() =>
        (await Should.ThrowAsync<BaseNotPinned>(() => CheckAsync("FROM python\n", _ => throw new RegistryRefused("registry-1.docker.io", "no network")))).Remedy.ShouldContain("could not be asked");

    [Theory]
    [InlineData("debian", "registry-1.docker.io", "library/debian", "latest")]
    [InlineData("bitnami/redis:7", "registry-1.docker.io", "bitnami/redis", "7")]
    [InlineData("docker.io/library/debian:12", "registry-1.docker.io", "library/debian", "12")]
    [InlineData("localhost:5000/a/b:1", "localhost:5000", "a/b", "1")]
    [InlineData("ghcr.io/owner/name@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716", "ghcr.io", "owner/name", "sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716")]
    public void Are_read_as_docker_reads_them(string text, string registry, string name, string tag) => ImageReference.Parse(text).ShouldBe(new ImageReference(registry, name, tag));

    private Task CheckAsync(string dockerfile, Func<ImageReference, Task<Digest?>> ask)
    {
        var file = Path.Combine(_folder.Path, "Dockerfile");
        File.WriteAllText(file, dockerfile);
        return PinnedBases.RequireAsync(file, ask);
    }
}
