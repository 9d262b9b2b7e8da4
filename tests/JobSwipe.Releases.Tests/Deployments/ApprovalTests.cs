using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class ApprovalTests
{
    private static readonly Release Release = Sample.Release("1.4.0");

    [Fact]
    public void Asks_for_the_version_on_a_terminal()
    {
        var said = new List<string>();

        new Approval(new StringReader("1.4.0\n"), isProtected: false).Require(Release, "production", null, said.Add).ShouldStartWith("by ");

        said.ShouldHaveSingleItem().ShouldContain("1.4.0");
    }

    [Theory]
    [InlineData("yes\n", null)]
    [InlineData("\n", null)]
    [InlineData("", null)]
    [InlineData("1.4.0\n", "1.3.0")]
    public void Takes_nothing_else_for_an_approval(string typed, string? given) =>
        Should.Throw<NotApproved>(() => new Approval(new StringReader(typed), isProtected: false).Require(Release, "production", given, _ => { }));

    [Fact]
    public void Never_waits_without_a_terminal() =>
        Should.Throw<NotApproved>(() => new Approval(null, isProtected: false).Require(Release, "production", null, _ => { })).Remedy.ShouldContain("--approve 1.4.0");

    [Fact]
    public void Takes_the_version_from_the_command_line() => new Approval(null, isProtected: false).Require(Release, "production", "1.4.0", _ => { });

    [Fact]
    public void Leaves_it_to_the_workflow_s_environment() => new Approval(null, isProtected: true).Require(Release, "production", null, _ => { }).ShouldBe("by the workflow's environment");
}
