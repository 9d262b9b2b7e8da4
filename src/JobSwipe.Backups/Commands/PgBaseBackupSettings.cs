namespace JobSwipe.Backups;

/// <summary>A run of pg_basebackup that writes one tar archive to standard output (PostgreSQL documentation, client applications). Server and user come by environment.</summary>
/// <param name="Id">The backup's name, which becomes the label in it.</param>
internal sealed record PgBaseBackupSettings(string Id)
{
    /// <summary>The argument list.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        "--pgdata=-",
        "--format=tar",
        // The WAL that makes it consistent is in it: it can be restored although no WAL was archived.
        "--wal-method=fetch",
        "--checkpoint=fast",
        $"--label=jobswipe {Id}",
        "--manifest-checksums=SHA256",
        // It tells where WAL begins and ends.
        "--verbose",
        "--no-password",
    ];
}
