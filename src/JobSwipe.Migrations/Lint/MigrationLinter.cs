using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint;

/// <summary>Reads migration scripts and says what in them may hurt. Nothing is run.</summary>
public static class MigrationLinter
{
    /// <summary>Lints scripts in the order in which they would run.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="settings">How strictly; null is the rules' own way.</param>
    /// <param name="catalog">The database they are meant for, where one is at hand; it silences what is harmless there.</param>
    public static LintReport Lint(IEnumerable<LintScript> scripts, LintSettings? settings = null, ICatalog? catalog = null)
    {
        settings ??= new LintSettings();
        var rules = LintRules.All.Select(rule => (Rule: rule, Severity: settings.Rules.GetValueOrDefault(rule.Name, rule.Severity)))
            .Where(entry => entry.Severity != LintSeverity.Off).ToArray();
        var known = new KnownObjects();
        var (files, findings, waived) = (0, new List<LintFinding>(), new List<LintFinding>());
        foreach (var script in scripts)
        {
            files++;
            known.NextScript();
            // What an undo makes is not there when the next script runs.
            foreach (var finding in new ScriptLint(script, settings, script.IsUndo ? new KnownObjects() : known, catalog, rules).Run())
                (finding.Waived is null ? findings : waived).Add(finding);
        }
        return new LintReport(files, findings, waived);
    }

    /// <summary>Lints one script.</summary>
    private sealed class ScriptLint(
        LintScript script, LintSettings settings, KnownObjects known, ICatalog? catalog, IReadOnlyList<(LintRule Rule, LintSeverity Severity)> rules)
    {
        private readonly List<(LintRule Rule, LintSeverity Severity, Problem Problem)> _problems = [];

        public IEnumerable<LintFinding> Run()
        {
            IReadOnlyList<Waiver> waivers = [];
            try
            {
                waivers = Check();
            }
            catch (SqlUnfinished unfinished)
            {
                _problems.Clear();
                Say("syntax-error", new Problem(new Span(unfinished.Offset, script.Text.Length), $"{Capital(unfinished.Message)}: the rest of the script is inside it."));
            }
            var findings = _problems.Select(entry => (entry, Waiver: waivers.Where(waiver => waiver.Allows(entry.Rule.Name, entry.Problem.Span)).ToArray())).ToArray();
            _problems.Clear();
            foreach (var waiver in waivers.Where(waiver => !waiver.IsUsed && !IsOff(waiver)))
                Say("unused-ignore", new Problem(waiver.Place, waiver.Defect ?? $"Nothing here needs this waiver of {waiver.Rule}."));
            return findings.Select(item => Finding(item.entry, item.Waiver.FirstOrDefault()?.Reason))
                .Concat(_problems.Select(entry => Finding(entry, null)))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ToArray();
        }

        private IReadOnlyList<Waiver> Check()
        {
            var comments = SqlTokenizer.Read(script.Text).Where(token => token.Kind == SqlTokenKind.Comment).ToArray();
            var statements = StatementReader.ReadAll(script.Text);
            var first = statements.Count == 0 ? script.Text.Length : statements[0].Span.Offset;
            var situation = new Situation(script, LintHeader.Of(comments.Where(comment => comment.Offset < first)), settings, known, catalog);
            foreach (var statement in statements.SelectMany(Flat))
            {
                situation.Reach(statement);
                foreach (var (rule, severity) in rules)
                    foreach (var problem in rule.Check(statement, situation)) _problems.Add((rule, severity, problem));
                situation.Follow(statement);
            }
            foreach (var (rule, severity) in rules)
                foreach (var problem in rule.CheckEnd(situation)) _problems.Add((rule, severity, problem));
            return Waiver.Of(comments, [.. statements.Select(statement => statement.Span)]);
        }

        private static IEnumerable<Statement> Flat(Statement statement) => statement is DoBlock block ? block.Body.Prepend(statement) : [statement];

        private void Say(string name, Problem problem)
        {
            foreach (var (rule, severity) in rules.Where(entry => entry.Rule.Name == name)) _problems.Add((rule, severity, problem));
        }

        // A rule that is switched off leaves its waivers without use, which is not their fault.
        private bool IsOff(Waiver waiver) => waiver.Defect is null && rules.All(entry => entry.Rule.Name != waiver.Rule);

        private LintFinding Finding((LintRule Rule, LintSeverity Severity, Problem Problem) entry, string? waived)
        {
            var (start, end) = (SqlPlace.Of(script.Text, entry.Problem.Span.Offset), SqlPlace.Of(script.Text, entry.Problem.Span.End));
            return new LintFinding(entry.Rule.Name, entry.Severity, script.File, start.Line, start.Column, end.Line, end.Column, entry.Problem.Message, entry.Rule.Help, waived);
        }

        private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
    }
}
