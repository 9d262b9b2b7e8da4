namespace JobSwipe.Migrations.Tests;

public sealed class HeaderTests
{
    [Fact]
    public void Keeps_what_the_lint_is_to_pass_over()
    {
        var header = ScriptHeader.Parse("f", "-- lint: allow ban-drop-column because nobody reads it since 1.4.0\n-- lint: allow prefer-text-field because a partner's format: 12\n");

        header.LintAllowances.ShouldBe([
            new LintAllowance("ban-drop-column", "nobody reads it since 1.4.0", 1),
            new LintAllowance("prefer-text-field", "a partner's format: 12", 2)]);
    }

    [Theory]
    [InlineData("-- lint: allow ban-drop-column")]
    [InlineData("-- lint: deny x because y")]
    [InlineData("-- phase: contract after soon")]
    public void Refuses_half_an_entry(string line) =>
        Should.Throw<ScriptNotUsable>(() => ScriptHeader.Parse("0001_a.sql", line)).Remedy.ShouldContain("because <reason>");

    [Theory]
    [InlineData("contract after 1.4.0", "1.4.0", true)]
    [InlineData("contract after 1.4.0", "1.10.0", true)]
    [InlineData("contract after 1.4.0", "1.3.9", false)]
    [InlineData("contract after 1.4.0", "1.4.0-rc.1", false)]
    [InlineData("contract after 1.4.0-rc.2", "1.4.0-rc.10", true)]
    [InlineData("contract after 1.4.0", "1.4.0+build.7", true)]
    [InlineData("contract", "9.9.9", false)]
    [InlineData("expand", "0.0.1", true)]
    public void A_contract_script_waits_for_the_release_that_does_without(string phase, string deployed, bool allowed)
    {
        var script = new MigrationScript("0001_a", $"-- phase: {phase}\nselect 1", null);

        if (allowed) ContractRule.Require([script], [deployed]);
        else Should.Throw<ContractTooEarly>(() => ContractRule.Require([script], ["99.0.0", deployed])).Problem.ShouldContain(deployed);
        ContractRule.Require([script], []);
    }
}
