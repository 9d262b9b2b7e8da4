namespace JobSwipe.Backups.Physical;

/// <summary>The text inside every base backup that says how to restore a moment with age, zstd, tar and PostgreSQL alone.</summary>
internal static class BaseBackupReadme
{
    public static string Write(BaseBackupManifest manifest) => $$"""
        # Base backup {{manifest.Id}} of the cluster {{manifest.System}}

        PostgreSQL {{manifest.ServerVersion}}, from {{manifest.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}} to {{manifest.StoppedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}} UTC. `{{BaseBackupCatalog.Archive}}` is one of `pg_basebackup --format=tar`, compressed by zstd
        and encrypted by age. WAL lies in `wal/{{manifest.System}}/`, a folder for each segment, in pieces whose names begin with the first and the last
        byte and the moment until which they reach.

        To make a cluster of the same major version as it was at `$MOMENT` (such as `2026-01-31 12:00:00+00`), in the store's folder, with the identity
        in `$IDENTITY`, an empty folder `$NEW` of the user who runs the server and a folder `$WAL` for the segments:

        ```bash
        age -d -i "$IDENTITY" base/{{manifest.Id}}/{{BaseBackupCatalog.Archive}} | zstd -d -q -c | tar -x -C "$NEW"
        chmod 700 "$NEW"
        for segment in wal/{{manifest.System}}/*/; do
          name=$(basename "$segment")
          for piece in "$segment"*; do age -d -i "$IDENTITY" "$piece" | zstd -d -q -c; done > "$WAL/$name"
          truncate -s 16M "$WAL/$name"
        done
        for history in wal/{{manifest.System}}/*.history; do [ ! -e "$history" ] || cp "$history" "$WAL/"; done
        printf "restore_command = 'cp \"%s/%%%%f\" \"%%%%p\"'\nrecovery_target_time = '%s'\nrecovery_target_action = promote\n" "$WAL" "$MOMENT" >> "$NEW/postgresql.auto.conf"
        touch "$NEW/recovery.signal"
        ```

        Then start the server on `$NEW`. Where the server's configuration lay outside its data folder (Debian), give it one. When it ends with "recovery
        ended before configured recovery target was reached", nothing was written between the end of the WAL and that moment: remove
        `recovery_target_time` and start again.

        """;
}
