using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A run has taken longer than it may. What was applied stays applied; the script named was not begun.</summary>
public sealed class MigrationDeadline(string file, TimeSpan deadline, Exception? inner = null) : DeliveryError(
    $"The run has taken its {deadline.TotalMinutes:0.#} min and {file} is not applied.",
    "Run again when the server is less busy, or give it longer with --migrate-deadline (minutes).", inner);
