using JobSwipe.Migrations.Lint;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection;

/// <summary>A delivery would go wrong; nothing was run.</summary>
public sealed class InspectFailed(int count, LintSeverity failOn) : DeliveryError(
    $"{count} finding{(count == 1 ? "" : "s")} in the application's delivery of severity {failOn.ToString().ToLowerInvariant()} or above.",
    "Follow the arrow under each, or choose another --fail-on.");
