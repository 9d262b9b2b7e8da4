using JobSwipe.Releases.Testing;

namespace JobSwipe.Releases.Tests.Testing;

public sealed class PythonEnvironmentTests
{
    [Fact]
    public async Task Names_the_pin_that_neither_the_index_nor_this_machine_has()
    {
        var requirements = new PinnedRequirements(["pytest==0.0.0"]);

        var error = await Should.ThrowAsync<PythonPackagesMissing>(() => PythonEnvironment.EnsureAsync(requirements, _ => { }, TestContext.Current.CancellationToken));

        error.Message.ShouldContain("pytest==0.0.0");
        error.Remedy.ShouldContain("PIP_INDEX_URL");
    }
}
