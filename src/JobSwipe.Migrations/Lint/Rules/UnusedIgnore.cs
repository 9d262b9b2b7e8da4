namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A waiver that allows nothing hides what comes later. The linter itself finds these.</summary>
internal sealed class UnusedIgnore() : LintRule("unused-ignore", LintSeverity.Error);
