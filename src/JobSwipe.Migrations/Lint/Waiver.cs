using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Migrations.Sql;
using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint;

/// <summary>
/// <c>-- lint: allow &lt;rule&gt; because &lt;reason&gt;</c>. Before the first statement it holds for the whole script, above or inside another one for that one.
/// </summary>
internal sealed partial class Waiver(SqlToken comment, string rule, string reason, Span? scope)
{
    public string Reason => reason;

    public string Rule => rule;

    public Span Place { get; } = Span.Of(comment);

    /// <summary>Whether it allowed anything.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Why it can allow nothing; null when it can.</summary>
    public string? Defect =>
        rule.Length == 0 ? "This is not understood as a waiver: -- lint: allow <rule> because <reason>."
        : LintRules.Find(rule) is null ? $"There is no rule '{rule}'; did you mean '{Nearest.To(rule, LintRules.All.Select(known => known.Name))}'?"
        : rule is "unused-ignore" or "syntax-error" ? $"{rule} cannot be waived."
        : reason.Length == 0 ? $"The waiver of {rule} has no reason: -- lint: allow {rule} because <reason>."
        : null;

    /// <summary>Whether it allows a problem; it remembers that it did.</summary>
    public bool Allows(string name, Span problem)
    {
        if (name != rule || Defect is not null || (scope is { } range && (problem.Offset < range.Offset || problem.Offset >= range.End))) return false;
        return IsUsed = true;
    }

    /// <summary>The waivers of a script.</summary>
    /// <param name="comments">Its comments.</param>
    /// <param name="statements">Where its statements stand.</param>
    public static IReadOnlyList<Waiver> Of(IEnumerable<SqlToken> comments, IReadOnlyList<Span> statements)
    {
        var waivers = new List<Waiver>();
        foreach (var comment in comments)
        {
            if (!Mark().IsMatch(comment.Text)) continue;
            var parts = Parts().Match(comment.Text.TrimEnd());
            var isHeader = statements.Count == 0 || comment.Offset < statements[0].Offset;
            var next = statements.FirstOrDefault(statement => statement.End > comment.Offset);
            waivers.Add(new Waiver(comment, parts.Groups[1].Value, parts.Groups[2].Value.Trim(), isHeader ? null : next));
        }
        return waivers;
    }

    [GeneratedRegex(@"^--\s*lint:")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^--\s*lint:\s*allow\s+([a-z0-9-]+)(?:\s+because\b\s*(.*))?\s*$")]
    private static partial Regex Parts();
}
