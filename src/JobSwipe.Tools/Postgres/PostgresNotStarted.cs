namespace JobSwipe.Tools.Postgres;

/// <summary>A PostgreSQL server of our own did not come up.</summary>
public sealed class PostgresNotStarted(string log) : DeliveryError(
    "PostgreSQL did not start: " + string.Join(' ', log.Trim().Split('\n').TakeLast(4).Select(line => line.Trim())),
    "Look at free memory and disk space, and whether 'initdb' and 'postgres' of the same version are installed.");
