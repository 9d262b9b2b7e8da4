using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests;

public sealed class SourceVersionTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v1.4.0-0-g0123456", "1.4.0")]
    [InlineData("v1.4.0-3-g0123456", "1.4.0-dev.3+0123456")]
    [InlineData("v1.4.0-rc.1-3-g0123456", "1.4.0-rc.1.dev.3+0123456")]
    [InlineData("v1-3-g0123456", "0.0.0-dev+0123456")]
    [InlineData(null, "0.0.0-dev+0123456")]
    public void Comes_from_the_tag(string? described, string version) => SourceVersion.FromTag(described, Commit).ShouldBe(version);

    [Fact]
    public async Task Sees_a_change_that_no_commit_holds()
    {
        using var folder = TemporaryFolder.Create();
        await Git(folder, "init", "-q");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "file"), "one", Cancellation);
        await Git(folder, "add", ".");
        await Git(folder, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "one");
        var clean = await SourceVersion.ReadAsync(folder.Path, "v2.0.0", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "file"), "two", Cancellation);

        var dirty = await SourceVersion.ReadAsync(folder.Path, "v2.0.0", Cancellation);

        clean.Version.ShouldBe("2.0.0");
        clean.Commit.Length.ShouldBe(40);
        (clean.Dirty, dirty.Dirty).ShouldBe((false, true));
    }

    [Fact]
    public async Task Works_without_a_repository()
    {
        using var folder = TemporaryFolder.Create();

        (await SourceVersion.ReadAsync(folder.Path, null, Cancellation)).ShouldBe(new SourceVersion("0.0.0-dev+unknown", "unknown", false));
    }

    [Fact]
    public async Task Refuses_what_is_not_SemVer()
    {
        var error = await Should.ThrowAsync<DeliveryError>(() => SourceVersion.ReadAsync("/", "next", Cancellation));

        error.Message.ShouldContain("'next' is not a version");
    }

    private static Task Git(TemporaryFolder folder, params IReadOnlyList<string> arguments) =>
        new Command("git", ["-C", folder.Path, .. arguments]).OutputAsync(Cancellation);

    [Theory]
    [InlineData("https://user:secret@github.com/jobswipe/jobswipe.git", "https://github.com/jobswipe/jobswipe.git")]
    [InlineData("git@github.com:jobswipe/jobswipe.git", "https://github.com/jobswipe/jobswipe.git")]
    [InlineData("/home/ada/jobswipe", null)]
    [InlineData(null, null)]
    public void Names_the_repository_without_a_login(string? origin, string? repository) => SourceVersion.WithoutLogin(origin).ShouldBe(repository);
}
