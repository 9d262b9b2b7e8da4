using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>The linter beside squawk 2.66.0, on the same scripts.</summary>
public sealed class SquawkTests
{
    // squawk knows no runner.
    private static readonly LintSettings Alone = new()
    {
        RunnerTransaction = false,
        RunnerTimeouts = false,
        Rules = new Dictionary<string, LintSeverity> { ["require-table-schema"] = LintSeverity.Warning },
    };

    // Rules that squawk does not have.
    private static readonly string[] Ours =
    [
        "json-column", "exclusion-constraint", "backfill-in-ddl-transaction", "index-over-three-columns", "changing-column-default",
        "validating-under-lock", "unused-ignore", "syntax-error",
    ];

    private static LintScript[] BadExamples => [.. Page.All.Where(page => page.Name is not ("syntax-error" or "unused-ignore")).SelectMany(page => page.Bad)];

    public static IReadOnlyList<LintScript> Read(string folder) => LintScript.Load(Path.Combine(LintFiles.Here(), "testdata", folder));

    [Fact]
    public async Task Each_of_squawks_rules_has_an_example_of_squawks_own_kind_and_is_not_missed()
    {
        var found = await Oracles.SquawkAsync(BadExamples);

        foreach (var rule in LintRules.All.Select(rule => rule.Name).Except(Ours))
        {
            var examples = found.Where(finding => finding.Rule == rule && finding.File.StartsWith(rule + "-bad", StringComparison.Ordinal)).Select(finding => finding.File).Distinct().ToArray();
            examples.ShouldNotBeEmpty($"squawk finds none of the bad examples of {rule}");
            foreach (var example in examples)
                MigrationLinter.Lint(BadExamples.Where(script => script.File == example), Alone).Findings.ShouldContain(finding => finding.Rule == rule, example);
        }
    }

    [Fact]
    public async Task What_squawk_finds_is_found_at_the_same_line()
    {
        var scripts = BadExamples.Concat(Read("kinds")).Select(script => script with { File = Path.GetFileName(script.File) }).ToArray();
        var found = await Oracles.SquawkAsync(scripts);
        var ours = scripts.SelectMany(script => MigrationLinter.Lint([script], Alone).Findings).Select(finding => (finding.File, finding.Line, finding.Rule)).ToHashSet();

        var missed = found.Select(finding => (finding.File, Line: finding.Line + 1, finding.Rule)).Where(finding => !ours.Contains(finding)).Distinct().ToArray();

        var lines = scripts.ToDictionary(script => script.File, script => script.Text.Split('\n'));
        var unexplained = missed.Where(item => !Differences.Any(difference => difference.Covers(item.Rule, Line(item.File, item.Line))));
        unexplained.Select(item => $"{item.File}:{item.Line}: {item.Rule}: {Line(item.File, item.Line)}").ShouldBeEmpty();
        foreach (var difference in Differences)
            missed.Any(item => difference.Covers(item.Rule, Line(item.File, item.Line))).ShouldBeTrue(difference.Why);

        string Line(string file, int line) => lines[file][line - 1];
    }

    [Fact]
    public async Task Raises_no_alarm_on_safe_scripts_where_squawk_does()
    {
        var scripts = Read("safe");
        // As fair as can be: squawk is told what the runner does.
        var squawk = await Oracles.SquawkAsync(scripts, "--assume-in-transaction", "--exclude", "require-lock-timeout,require-statement-timeout,require-table-schema");

        MigrationLinter.Lint(scripts).Findings.ShouldBeEmpty();
        squawk.Count.ShouldBeGreaterThan(15, "squawk became better; look at it again");
    }

    /// <summary>What squawk reports and this linter does not, and why.</summary>
    private static readonly Difference[] Differences =
    [
        new("constraint-missing-not-valid", "FOREIGN KEY", "adding-foreign-key-constraint says the same of it"),
        new("constraint-missing-not-valid", "UNIQUE|PRIMARY KEY|EXCLUDE", "these cannot be NOT VALID; rules of their own say what can be done"),
        new("prefer-robust-stmts", "(SET|DROP) NOT NULL|SET DEFAULT|TYPE|VALIDATE CONSTRAINT", "can be repeated as it stands"),
        new("require-(lock|statement)-timeout", "CONCURRENTLY", "waits with a lock that lets reads and writes pass, and has to take its time"),
        new("require-(lock|statement)-timeout", "DOMAIN|TYPE|DROP DATABASE", "locks no table"),
    ];

    private sealed record Difference(string Rule, string Line, string Why)
    {
        public bool Covers(string rule, string line) =>
            Regex.IsMatch(rule, $"^{Rule}$") && Regex.IsMatch(line, Line, RegexOptions.IgnoreCase) && Why.Length > 0;
    }
}
