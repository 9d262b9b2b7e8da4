namespace JobSwipe.Backups;

/// <summary>The text inside every backup that says how to restore it with age, zstd and pg_restore alone.</summary>
internal static class BackupReadme
{
    public static string Write(BackupManifest manifest)
    {
        var tables = manifest.Objects.Where(part => part.Kind == ObjectKind.Table).ToArray();
        return $"""
            # Backup {manifest.Id} of '{manifest.Database}'

            PostgreSQL {manifest.ServerVersion}, {manifest.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. Every archive here is one of `pg_dump -Fc`, compressed by zstd
            and encrypted by age; `manifest.json` has their SHA-256, and the rows and checksum of every table.

            To restore into a new database, in this folder, with the identity in `$IDENTITY` and libpq's variables (PGHOST, PGPORT, PGUSER,
            PGPASSWORD) set for a server of the same major version or a newer one:

            ```bash
            createdb --template=template0 --encoding={manifest.Locale.Encoding} "$NEW"
            {string.Join('\n', Commands(tables))}
            ```

            Roles and tablespaces, without passwords, are in `{BackupLayout.Globals}`; the commands above do without them. To look at them:

            ```bash
            age -d -i "$IDENTITY" {BackupLayout.Globals} | zstd -d -q -c
            ```

            """;
    }

    private static IEnumerable<string> Commands(BackedUpObject[] tables)
    {
        if (tables.Length == 0) return [Restore(BackupLayout.Main, "")];
        // Rows come before indexes and foreign keys: loading is faster, and the order of tables does not matter.
        return [
            Restore(BackupLayout.Main, " --section=pre-data --section=data"),
            .. tables.Select(table => Restore(table.Name, "")),
            Restore(BackupLayout.Main, " --section=post-data")];
    }

    private static string Restore(string name, string sections) =>
        $"age -d -i \"$IDENTITY\" {name} | zstd -d -q -c | pg_restore --exit-on-error --no-owner --no-privileges{sections} --dbname=\"$NEW\"";
}
