using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection;

/// <summary>Something that is wrong with a delivery.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">Path from the repository's root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong, naming the thing.</param>
/// <param name="Why">What happens because of it.</param>
/// <param name="Fix">What to do instead.</param>
public sealed record InspectFinding(string Rule, LintSeverity Severity, string File, int Line, string Message, string Why, string Fix);
