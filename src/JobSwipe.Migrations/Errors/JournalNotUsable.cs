using JobSwipe.Tools;
using Npgsql;

namespace JobSwipe.Migrations;

/// <summary>The journal could not be read or made: no permission, no room, a read-only server. No script was run.</summary>
public sealed class JournalNotUsable(string database, PostgresException error) : DeliveryError(
    $"The journal of '{database}' cannot be used: {error.MessageText} ({error.SqlState}).",
    error.SqlState == PostgresErrorCodes.InsufficientPrivilege
        ? "Migrate as the role that owns the database, or grant it: grant create on database … to …; grant all on schema delivery, delivery.journal to …."
        : "Mend what the server says, and run again; no script was run.", error);
