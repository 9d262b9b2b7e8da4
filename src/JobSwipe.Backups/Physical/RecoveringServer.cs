using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Backups.Physical;

/// <summary>A server that nobody else can reach, for as long as recovery takes. The cluster's own settings stay out of it: its archive and its network are the original's.</summary>
internal sealed class RecoveringServer(PostgresTools tools, BaseBackupManifest manifest, string folder, string work)
{
    private const string NotReached = "recovery ended before configured recovery target was reached";
    private string Own => Path.Combine(work, "server");
    private string Log => Path.Combine(Own, "server.log");

    /// <summary>Recovers up to the moment and stops the server in order.</summary>
    /// <returns>What was reached; null when a named restore point is not in the WAL.</returns>
    public async Task<(DateTimeOffset? Last, string Position)?> RecoverAsync(RecoveryTarget target, CancellationToken cancellation)
    {
        var kept = SetAside("postgresql.auto.conf");
        await File.WriteAllTextAsync(Path.Combine(folder, "recovery.signal"), "", cancellation);
        if (!await StartAsync(target.ToSettings(), cancellation))
        {
            if (target.Name is not null) return null;
            // Nothing was committed between the end of the WAL and the moment: all of the WAL is the moment.
            if (!await StartAsync([], cancellation)) throw Failed();
        }
        var reached = await AskAsync(cancellation);
        await PgCtl("stop", "-D", folder, "-m", "fast", "-w", "-t", "300").OutputAsync(cancellation);
        if (kept is not null) File.Move(kept, Path.Combine(folder, "postgresql.auto.conf"), overwrite: true);
        await GiveConfigurationAsync(cancellation);
        await Unprivileged.OwnAsync(folder, cancellation);
        return reached;
    }

    private string? SetAside(string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) return null;
        File.Move(file, Path.Combine(work, name), overwrite: true);
        return Path.Combine(work, name);
    }

    /// <returns>Whether it came up; false when the WAL ended before the target.</returns>
    private async Task<bool> StartAsync(IEnumerable<string> target, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Own);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(Path.Combine(Own, "pg_hba.conf"), "local all all trust\n", cancellation);
        await File.WriteAllTextAsync(Path.Combine(Own, "pg_ident.conf"), "", cancellation);
        await File.WriteAllLinesAsync(Path.Combine(Own, "postgresql.conf"), Settings().Concat(target), cancellation);
        File.Delete(Log);
        await Unprivileged.OwnAsync(Own, cancellation);
        var start = PgCtl("start", "-D", folder, "-l", Log, "-w", "-t", "86400", "-o", $"-c config_file={Path.Combine(Own, "postgresql.conf")}");
        // The server inherits pg_ctl's streams: without the null device its end would never be seen.
        var quiet = start with { File = "/bin/sh", Arguments = ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", start.File, .. start.Arguments] };
        var result = await quiet.RunAsync(cancellation);
        if (result.ExitCode == 0 && await ServesAsync(cancellation)) return true;
        return File.Exists(Log) && File.ReadAllText(Log).Contains(NotReached, StringComparison.Ordinal) ? false : throw Failed();
    }

    // pg_ctl waits for a standby only; recovery goes on behind it.
    private async Task<bool> ServesAsync(CancellationToken cancellation)
    {
        while (File.Exists(Path.Combine(folder, "postmaster.pid")))
        {
            try
            {
                await using var connection = await Url.OpenAsync(cancellation);
                return true;
            }
            catch (DatabaseUnreachable)
            {
                await Task.Delay(100, cancellation);
            }
        }
        return false;
    }

    private DatabaseUrl Url => DatabaseUrl.Parse($"postgresql://{Uri.EscapeDataString(manifest.User)}@localhost:5432/{Uri.EscapeDataString(manifest.Database)}?host={Uri.EscapeDataString(Own)}");

    private IEnumerable<string> Settings() =>
    [
        "listen_addresses = ''",
        $"unix_socket_directories = '{Own}'",
        "port = 5432",
        $"hba_file = '{Own}/pg_hba.conf'",
        $"ident_file = '{Own}/pg_ident.conf'",
        // Without it the limits of connections need not be those of the original.
        "hot_standby = off",
        "archive_mode = off",
        $"restore_command = 'cp \"{ClusterBuilder.WalFolder(work)}/%f\" \"%p\"'",
        "recovery_target_timeline = 'latest'",
        "lc_messages = 'C'",
        "timezone = 'UTC'",
    ];

    private async Task<(DateTimeOffset?, string)> AskAsync(CancellationToken cancellation)
    {
        await using var connection = await Url.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_last_xact_replay_timestamp(), coalesce(pg_last_wal_replay_lsn(), pg_current_wal_lsn())::text", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.IsDBNull(0) ? null : new DateTimeOffset(reader.GetDateTime(0)), reader.GetString(1));
    }

    // Debian's clusters have their configuration elsewhere; a server does not start without one.
    private async Task GiveConfigurationAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, "postgresql.conf"))) await File.WriteAllTextAsync(Path.Combine(folder, "postgresql.conf"), "# Give it the original's settings.\n", cancellation);
        if (!File.Exists(Path.Combine(folder, "pg_hba.conf"))) await File.WriteAllTextAsync(Path.Combine(folder, "pg_hba.conf"), "local all all peer\nhost all all samehost scram-sha-256\n", cancellation);
        if (!File.Exists(Path.Combine(folder, "pg_ident.conf"))) await File.WriteAllTextAsync(Path.Combine(folder, "pg_ident.conf"), "", cancellation);
    }

    private Command PgCtl(params string[] arguments) => Unprivileged.Run(tools.Command("pg_ctl", arguments) with { WorkingDirectory = "/" });

    private RestoreFailed Failed() => new(manifest.Id, "the server did not recover:" + string.Concat(
        (File.Exists(Log) ? File.ReadLines(Log).TakeLast(8) : []).Select(line => $"{Environment.NewLine}    {line}")), "Look at what it says; the folder is left as it is.");
}
