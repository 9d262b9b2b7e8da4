using JobSwipe.Migrations.Lint;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class WaiverTests
{
    [Fact]
    public void In_the_header_it_holds_for_the_whole_script()
    {
        var report = Lint("-- phase: expand\n-- lint: allow ban-drop-column because nobody reads them\n\nALTER TABLE t DROP a;\nALTER TABLE t DROP b;");

        report.Findings.ShouldBeEmpty();
        report.Waived.Select(finding => finding.Waived).ShouldBe(["nobody reads them", "nobody reads them"]);
    }

    [Fact]
    public void Above_a_statement_it_holds_for_that_one()
    {
        var report = Lint("ALTER TABLE t DROP a;\n-- lint: allow ban-drop-column because nobody reads it\n-- Another comment.\nALTER TABLE t DROP b;\nALTER TABLE t DROP c;");

        report.Findings.Select(finding => finding.Line).ShouldBe([1, 5]);
        report.Waived.Select(finding => finding.Line).ShouldBe([4]);
    }

    [Fact]
    public void It_holds_for_what_a_DO_block_does()
    {
        var report = Lint("SELECT 1;\n-- lint: allow ban-drop-column because nobody reads it\nDO $$ BEGIN ALTER TABLE t DROP b; END $$;");

        report.Findings.ShouldBeEmpty();
        report.Waived.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("-- lint: allow ban-drop-column because nobody reads it", "Nothing here needs this waiver of ban-drop-column.")]
    [InlineData("-- lint: allow ban-drop-tabel because x", "There is no rule 'ban-drop-tabel'; did you mean 'ban-drop-table'?")]
    [InlineData("-- lint: allow ban-drop-table", "The waiver of ban-drop-table has no reason: -- lint: allow ban-drop-table because <reason>.")]
    [InlineData("-- lint: allow ban-drop-table because", "The waiver of ban-drop-table has no reason: -- lint: allow ban-drop-table because <reason>.")]
    [InlineData("-- lint: ignore ban-drop-table because x", "This is not understood as a waiver: -- lint: allow <rule> because <reason>.")]
    [InlineData("-- lint: allow unused-ignore because x", "unused-ignore cannot be waived.")]
    public void One_that_allows_nothing_is_flagged_and_the_finding_stays(string waiver, string message)
    {
        var report = Lint($"SELECT 1;\n{waiver}\nDROP TABLE t;");

        report.Findings.Where(finding => finding.Rule == "unused-ignore").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Message.ShouldBe(message), finding => finding.Line.ShouldBe(2), finding => finding.Column.ShouldBe(1));
        report.Findings.ShouldContain(finding => finding.Rule == "ban-drop-table");
    }

    [Fact]
    public void A_rule_that_is_off_leaves_its_waivers_alone() =>
        MigrationLinter.Lint([new LintScript("a.sql", "-- lint: allow ban-drop-table because x\nDROP TABLE t;")], LintSettings.Parse("""{ "rules": { "ban-drop-table": "off" } }"""))
            .Findings.ShouldBeEmpty();

    [Fact]
    public void An_undo_may_drop_what_its_script_made() =>
        MigrationLinter.Lint([new LintScript("0001_a.undo.sql", "ALTER TABLE t DROP a;\nDROP TABLE u;\nDROP INDEX i;")]).Findings.Select(finding => finding.Rule)
            .ShouldBe(["require-concurrent-index-deletion"]);

    private static LintReport Lint(string text) => MigrationLinter.Lint([new LintScript("a.sql", text)]);
}
