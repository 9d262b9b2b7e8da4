using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>What a rule says about a stretch of a script.</summary>
internal readonly record struct Problem(Span Span, string Message);
