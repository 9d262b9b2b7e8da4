using System.Text.Json;
using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Reports;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class ReportTests
{
    private static readonly LintReport Report = MigrationLinter.Lint(
    [
        new LintScript("db/0001 a.sql", "SELECT 1;\nDROP TABLE t;\n-- lint: allow ban-drop-column because nobody reads it\nALTER TABLE t DROP a;\nCREATE TABLE x (c char(1));"),
    ]);

    [Fact]
    public void Text_names_place_severity_rule_and_the_safe_way() => Report.Write(LintFormat.Text).ShouldBe("""
        db/0001 a.sql:2:12: error ban-drop-table: The release that runs may still use t.
          → Release an application that does not use it, then drop it in a script with `-- phase: contract`, after a backup.
        db/0001 a.sql:5:19: warning ban-char-field: char(1) pads with blanks, which comparisons then ignore and others do not; it saves nothing.
          → Use text, with a CHECK for the length. (The one-byte type `"char"` in quotes is another one, and fine.)
        1 script: 1 error, 1 warning, 1 waived

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Json_has_every_member()
    {
        using var json = JsonDocument.Parse(Report.Write(LintFormat.Json));

        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["files", "findings", "waived"]);
        json.RootElement.GetProperty("findings")[0].EnumerateObject().Select(member => $"{member.Name}={member.Value}").ShouldBe(
        [
            "rule=ban-drop-table", "severity=error", "file=db/0001 a.sql", "line=2", "column=12", "endLine=2", "endColumn=13", "message=The release that runs may still use t.",
            "help=Release an application that does not use it, then drop it in a script with `-- phase: contract`, after a backup.", "waived=",
        ]);
        json.RootElement.GetProperty("waived")[0].GetProperty("waived").GetString().ShouldBe("nobody reads it");
    }

    [Fact]
    public void Sarif_holds_rules_with_their_pages_results_and_suppressions()
    {
        using var json = JsonDocument.Parse(Report.Write(LintFormat.Sarif));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToArray();

        json.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        run.GetProperty("columnKind").GetString().ShouldBe("utf16CodeUnits");
        rules.GetArrayLength().ShouldBe(LintRules.All.Count);
        foreach (var rule in rules.EnumerateArray())
            rule.GetProperty("help").GetProperty("markdown").GetString()!.ShouldStartWith($"# {rule.GetProperty("id").GetString()}\n");
        foreach (var result in results)
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("db/0001%20a.sql");
        place.GetProperty("region").EnumerateObject().Select(member => $"{member.Name}={member.Value}").ShouldBe(["startLine=2", "startColumn=12", "endLine=2", "endColumn=13"]);
        results[^1].GetProperty("suppressions")[0].EnumerateObject().Select(member => $"{member.Name}={member.Value}")
            .ShouldBe(["kind=inSource", "status=accepted", "justification=nobody reads it"]);
        results.Count(result => result.TryGetProperty("suppressions", out var _)).ShouldBe(1);
    }
}
