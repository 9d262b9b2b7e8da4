using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>An undo without a transaction did not come to its end. Nothing was run.</summary>
public sealed class UndoInterrupted(string script) : DeliveryError(
    $"The undo of '{script}' was begun and did not end.", "Run MigrateUndo again with the same target; it starts again from the undo's first statement.");
