using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>Another runner migrates this database and did not end in time. Nothing was run.</summary>
public sealed class MigrationLocked(string database, TimeSpan waited, string holder) : DeliveryError(
    $"Another runner has been migrating '{database}' for longer than {waited.TotalSeconds:0} s: {holder}.",
    "Wait for it and run again. If it hangs, end its session: select pg_terminate_backend(<pid>).");
