namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>SQL that cannot be read to its end. The linter itself finds these.</summary>
internal sealed class SyntaxError() : LintRule("syntax-error", LintSeverity.Error);
