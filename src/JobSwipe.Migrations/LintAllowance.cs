namespace JobSwipe.Migrations;

/// <summary>A finding that a script's author accepts.</summary>
/// <param name="Rule">The rule that is waived.</param>
/// <param name="Reason">Why.</param>
/// <param name="Line">The header's line, from 1.</param>
public sealed record LintAllowance(string Rule, string Reason, int Line);
