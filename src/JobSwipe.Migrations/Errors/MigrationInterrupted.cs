using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>The connection was lost while a script ran.</summary>
public sealed class MigrationInterrupted(string file, bool transaction, Exception inner) : DeliveryError(
    $"The connection to the database was lost while {file} ran: {(inner.InnerException ?? inner).Message}",
    transaction
        ? "The server rolls the script back, or it was committed with its journal row in the last moment: run again, the journal knows."
        : "The script runs without a transaction and may be half done. Run again: it starts again from its first statement.", inner);
