using JobSwipe.Migrations.Lint;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class SettingsTests
{
    [Fact]
    public void Set_a_rules_severity()
    {
        LintScript[] scripts = [new("a.sql", "DROP TABLE t;\nCREATE TABLE a (b char(1));")];

        var report = MigrationLinter.Lint(scripts, LintSettings.Parse("""{ "rules": { "ban-drop-table": "note", "ban-char-field": "off" } }"""));

        report.Findings.Select(finding => (finding.Rule, finding.Severity)).ShouldBe([("ban-drop-table", LintSeverity.Note)]);
        report.Fails(LintSeverity.Warning).ShouldBeFalse();
        report.Fails(LintSeverity.Note).ShouldBeTrue();
        report.Fails(LintSeverity.Off).ShouldBeFalse();
        Should.Throw<LintFailed>(() => report.RequireBelow(LintSeverity.Note)).Problem.ShouldBe("1 finding in migration scripts of severity note or above.");
    }

    [Theory]
    [InlineData("""{ "rule": {} }""", "there is no key 'rule'", "Did you mean 'rules'?")]
    [InlineData("""{ "rules": { "ban-drop-tables": "off" } }""", "there is no rule 'ban-drop-tables'", "Did you mean 'ban-drop-table'?")]
    [InlineData("""{ "rules": { "ban-drop-table": "warn" } }""", "there is no severity 'warn'", "Did you mean 'warning'?")]
    [InlineData("""{ "runnerTransaction": "yes" }""", "", "Correct it")]
    [InlineData("""{ "smallTable": 1.5 }""", "", "Correct it")]
    [InlineData("""[]""", "", "Correct it")]
    [InlineData("""{""", "", "Correct it")]
    public void Are_refused_when_not_understood(string json, string problem, string remedy)
    {
        var error = Should.Throw<LintSettingsInvalid>(() => LintSettings.Parse(json));

        error.Problem.ShouldContain($"migration-lint.json: {problem}");
        error.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void Lie_beside_the_scripts()
    {
        using var folder = TemporaryFolder.Create("lint");
        LintSettings.Load(folder.Path).SmallTable.ShouldBe(1000);
        File.WriteAllText(Path.Combine(folder.Path, LintSettings.FileName), """{ "smallTable": 7, "runnerTimeouts": false, "runnerTransaction": false, }""");

        var settings = LintSettings.Load(folder.Path);

        (settings.SmallTable, settings.RunnerTimeouts, settings.RunnerTransaction).ShouldBe((7, false, false));
    }

    [Fact]
    public void Scripts_of_any_name_are_read_in_order()
    {
        using var folder = TemporaryFolder.Create("lint");
        File.WriteAllText(Path.Combine(folder.Path, "V2__b.sql"), "SELECT 2;");
        File.WriteAllBytes(Path.Combine(folder.Path, "V10__a.sql"), [0xEF, 0xBB, 0xBF, .. "SELECT 1;"u8]);
        File.WriteAllText(Path.Combine(folder.Path, "notes.txt"), "DROP TABLE t;");

        LintScript.Load(folder.Path).Select(script => (Path.GetFileName(script.File), script.Text)).ShouldBe([("V10__a.sql", "SELECT 1;"), ("V2__b.sql", "SELECT 2;")]);
    }

    [Fact]
    public void A_folder_without_scripts_or_with_another_encoding_is_refused()
    {
        using var folder = TemporaryFolder.Create("lint");
        Should.Throw<ScriptNotUsable>(() => LintScript.Load(Path.Combine(folder.Path, "no"))).Problem.ShouldContain("there is no such folder");
        Should.Throw<ScriptNotUsable>(() => LintScript.Load(folder.Path)).Problem.ShouldContain("there is no *.sql file in it");
        File.WriteAllBytes(Path.Combine(folder.Path, "a.sql"), [0x53, 0xFF]);
        Should.Throw<ScriptNotUsable>(() => LintScript.Load(folder.Path)).Problem.ShouldContain("it is not UTF-8");
    }
}
