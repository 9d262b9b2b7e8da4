using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint;

/// <summary>Scripts may hurt; nothing was run.</summary>
public sealed class LintFailed(int count, LintSeverity failOn) : DeliveryError(
    $"{count} finding{(count == 1 ? "" : "s")} in migration scripts of severity {failOn.ToString().ToLowerInvariant()} or above.",
    "Follow the arrow under each, or write above the statement why it is safe here: -- lint: allow <rule> because <reason>");
