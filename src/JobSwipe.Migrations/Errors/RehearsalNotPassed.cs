using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A rehearsal found that scripts would hurt.</summary>
public sealed class RehearsalNotPassed(IReadOnlyList<string> violations) : DeliveryError(
    "The rehearsal did not pass:" + string.Concat(violations.Select(line => $"{Environment.NewLine}    {line}")),
    "Make the script gentler (README of JobSwipe.Migrations), or raise a limit if the table may be locked: --max-lock-milliseconds, --large-table-rows, --large-rewrites.");
