using JobSwipe.Releases.Images;

namespace JobSwipe.Releases.Tests.Images;

public sealed class ImageSettingsTests
{
    private static readonly ImageSettings Settings = new()
    {
        Context = "/context",
        Base = "localhost/jobswipe-base:bookworm",
        Source = new SourceVersion("1.4.0+abc", "0123456789abcdef0123456789abcdef01234567", false)
        {
            Committed = new DateTimeOffset(2026, 11, 1, 13, 0, 0, TimeSpan.FromHours(1)),
            Repository = "https://github.com/jobswipe/jobswipe",
        },
        Title = "jobswipe",
    };

    [Fact]
    public void Builds_the_same_bytes_twice_with_buildah() => string.Join(' ', Settings.ToArguments("buildah", "")).ShouldBe(
        "bud --isolation chroot --timestamp 0 --format oci --pull-never --layers --quiet"
        + " --build-arg BASE=localhost/jobswipe-base:bookworm --build-arg VERSION=1.4.0+abc --build-arg COMMIT=0123456789abcdef0123456789abcdef01234567"
        + " --label org.opencontainers.image.title=jobswipe --label org.opencontainers.image.version=1.4.0+abc --label org.opencontainers.image.revision=0123456789abcdef0123456789abcdef01234567"
        + " --label org.opencontainers.image.base.name=localhost/jobswipe-base:bookworm"
        + " --label org.opencontainers.image.created=2026-11-01T12:00:00Z --label org.opencontainers.image.source=https://github.com/jobswipe/jobswipe /context");

    [Fact]
    public void Writes_an_OCI_archive_with_docker() => string.Join(' ', Settings.ToArguments("docker", "/out.tar"))
        .ShouldStartWith("buildx build --output type=oci,dest=/out.tar --provenance=false --quiet ");
}
