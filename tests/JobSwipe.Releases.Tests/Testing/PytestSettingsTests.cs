using JobSwipe.Releases.Testing;

namespace JobSwipe.Releases.Tests.Testing;

public sealed class PytestSettingsTests
{
    [Theory]
    [InlineData(null, "-m pytest --quiet --junitxml=/r/pytest.xml -p no:cacheprovider")]
    [InlineData("/r/coverage.xml", "-m pytest --quiet --junitxml=/r/pytest.xml -p no:cacheprovider --cov=. --cov-report=xml:/r/coverage.xml")]
    public void Becomes_these_arguments(string? coverage, string arguments) =>
        string.Join(' ', new PytestSettings { Python = "python3", JUnit = "/r/pytest.xml", Coverage = coverage }.ToArguments()).ShouldBe(arguments);
}
