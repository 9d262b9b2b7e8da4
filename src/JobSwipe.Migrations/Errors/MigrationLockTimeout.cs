using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A script could not get its lock, however often it was tried; somebody uses the table without pause. The script was not applied.</summary>
public sealed class MigrationLockTimeout(string file, int attempts, TimeSpan lockTimeout, string why, Exception inner) : DeliveryError(
    $"{file} did not get its lock in {attempts} attempts of {lockTimeout.TotalMilliseconds:0} ms: {why}.",
    "Look for long transactions (select pid, xact_start, query from pg_stat_activity order by xact_start), and run again when they have ended.", inner);
