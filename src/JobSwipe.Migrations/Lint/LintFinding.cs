namespace JobSwipe.Migrations.Lint;

/// <summary>Something that a rule does not like.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Severity">How much it matters, after settings.</param>
/// <param name="File">The script.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Column">Where it begins, from 1, in UTF-16 code units as editors count.</param>
/// <param name="EndLine">Where it ends.</param>
/// <param name="EndColumn">The first column after it.</param>
/// <param name="Message">What is wrong, naming the thing.</param>
/// <param name="Help">The safe way, in short; the rule's page has it whole.</param>
/// <param name="Waived">The reason of the waiver that allows it; null when none does.</param>
public sealed record LintFinding(
    string Rule, LintSeverity Severity, string File, int Line, int Column, int EndLine, int EndColumn, string Message, string Help, string? Waived);
