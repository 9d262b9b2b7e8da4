using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A script has to be undone and says not how. Nothing was undone.</summary>
public sealed class UndoMissing(string script) : DeliveryError(
    $"'{script}' has no undo.", $"Write {script}.undo.sql, or undo only to '{script}'.");
