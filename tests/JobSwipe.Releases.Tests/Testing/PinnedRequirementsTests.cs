using JobSwipe.Releases.Testing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Testing;

public sealed class PinnedRequirementsTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_both_files_and_what_they_include_once()
    {
        Write("requirements.txt", "# the service\nfastapi==0.92.0\nuvicorn[standard] == 0.17.6  # server\n\n");
        Write("dev-requirements.txt", "-r requirements.txt\npytest==7.2.1\n");

        PinnedRequirements.Read(_folder.Path).Pins.ShouldBe(["fastapi==0.92.0", "uvicorn[standard]==0.17.6", "pytest==7.2.1"]);
    }

    [Theory]
    [InlineData("fastapi")]
    [InlineData("fastapi>=0.92")]
    [InlineData("fastapi==0.*")]
    [InlineData("git+https://example.com/x.git")]
    public void Refuses_what_is_not_pinned(string line)
    {
        Write("requirements.txt", $"uvicorn==0.17.6\n{line}\n");

        Should.Throw<RequirementNotPinned>(() => PinnedRequirements.Read(_folder.Path)).Message.ShouldContain($"requirements.txt:2: '{line}'");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
