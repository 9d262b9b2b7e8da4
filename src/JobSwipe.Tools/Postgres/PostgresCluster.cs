using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Postgres;

/// <summary>
/// A PostgreSQL server of one's own: a temporary folder, a Unix socket and a loopback port that the system chose, password
/// log-in, and another user than root. It is stopped and removed when disposed, and by the guard when this process is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly PostgresTools _tools;
    private readonly Guard? _ownGuard;

    private PostgresCluster(TemporaryFolder folder, PostgresTools tools, Guard? ownGuard, DatabaseUrl url)
    {
        _folder = folder;
        _tools = tools;
        _ownGuard = ownGuard;
        Url = url;
    }

    /// <summary>The maintenance database <c>postgres</c>, as the superuser, over loopback.</summary>
    public DatabaseUrl Url { get; }

    /// <summary>The same over the Unix socket.</summary>
    public DatabaseUrl SocketUrl => Url with { Host = Path.Combine(_folder.Path, "socket") };

    /// <summary>The server's folder; gone after disposal.</summary>
    public string DataFolder => Path.Combine(_folder.Path, "data");

    /// <summary>The server's log.</summary>
    public string LogFile => Path.Combine(_folder.Path, "socket", "server.log");

    /// <summary>Makes and starts a cluster. It is throw-away: it does not wait for the disk.</summary>
    /// <param name="guard">Who cleans up when this process is killed; a guard of its own when null.</param>
    /// <param name="settings">More server settings, such as <c>wal_level</c>.</param>
    /// <param name="restore">Fills the data folder from a backup; null makes an empty cluster. Its superuser must be <c>jobswipe</c>, who gets a new password.</param>
    /// <param name="within">The folder that its own is made in; null for the system's temporary one.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PostgresNotStarted">The server did not come up; the end of its log is in the message.</exception>
    public static async Task<PostgresCluster> StartAsync(
        Guard? guard = null, IReadOnlyDictionary<string, string>? settings = null, Func<string, CancellationToken, Task>? restore = null,
        string? within = null, CancellationToken cancellation = default)
    {
        var tools = PostgresTools.Find();
        var ownGuard = guard is null ? Guard.Start() : null;
        var folder = TemporaryFolder.Create("jspg", within);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var cluster = new PostgresCluster(folder, tools, ownGuard, DatabaseUrl.Parse($"postgresql://jobswipe:{password}@127.0.0.1:1/postgres"));
        try
        {
            (guard ?? ownGuard!).Add(cluster.CleanUp());
            if (restore is null) await cluster.InitializeAsync(password, cancellation);
            else await cluster.RestoreAsync(restore, cancellation);
            await File.WriteAllTextAsync(cluster.StartingFile, "", cancellation);
            var port = await cluster.StartServerAsync(settings ?? new Dictionary<string, string>(), restored: restore is not null, cancellation);
            File.Delete(cluster.StartingFile);
            var started = new PostgresCluster(folder, tools, ownGuard, cluster.Url with { Port = port });
            if (restore is not null) await started.SetPasswordAsync(password, cancellation);
            return started;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates an empty database.</summary>
    public async Task<DatabaseUrl> CreateDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        await _tools.Command("createdb", name).With(Url.ToEnvironment()).OutputAsync(cancellation);
        return Url.WithDatabase(name);
    }

    /// <summary>Creates a database as a copy of another one that nobody is connected to.</summary>
    public async Task<DatabaseUrl> CopyDatabaseAsync(string from, string to, CancellationToken cancellation = default)
    {
        await _tools.Command("createdb", "--template", from, to).With(Url.ToEnvironment()).OutputAsync(cancellation);
        return Url.WithDatabase(to);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(DataFolder, "postmaster.pid")))
            await Unprivileged.Run(Stop()).RunAsync();
        _folder.Dispose();
        _ownGuard?.Dispose();
    }

    private string StartingFile => Path.Combine(_folder.Path, "starting");

    private Command Stop() => _tools.Command("pg_ctl", "stop", "-D", DataFolder, "-m", "immediate", "-w", "-t", "20") with { WorkingDirectory = "/" };

    private string HostBasedAuthentication => Path.Combine(_folder.Path, "socket", "pg_hba.conf");

    private string CleanUp()
    {
        var stop = Unprivileged.Run(Stop());
        var words = string.Join(' ', stop.Arguments.Prepend(stop.File).Select(Guard.Quote));
        // Killed while the server was being started, it may come up after the clean-up has looked.
        var awaited = $"n=0; while [ -e {Guard.Quote(StartingFile)} ] && [ ! -e {Guard.Quote(DataFolder)}/postmaster.pid ] && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done";
        return $"{awaited}; if [ -e {Guard.Quote(DataFolder)}/postmaster.pid ]; then {words} >/dev/null 2>&1; fi; rm -rf {Guard.Quote(_folder.Path)}";
    }

    private async Task RestoreAsync(Func<string, CancellationToken, Task> restore, CancellationToken cancellation)
    {
        var socket = Directory.CreateDirectory(Path.Combine(_folder.Path, "socket")).FullName;
        // Nobody knows the password that the backup holds; the socket lies in a folder of our own.
        await File.WriteAllTextAsync(HostBasedAuthentication, "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n", cancellation);
        await Unprivileged.OwnAsync(socket, cancellation);
        await restore(DataFolder, cancellation);
    }

    private Task SetPasswordAsync(string password, CancellationToken cancellation) =>
        // By standard input: an argument could be read by every user.
        (_tools.Command("psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1").With(SocketUrl.ToEnvironment())
            with { Input = $"alter role jobswipe password '{password}';" }).OutputAsync(cancellation);

    private async Task InitializeAsync(string password, CancellationToken cancellation)
    {
        var socket = Directory.CreateDirectory(Path.Combine(_folder.Path, "socket")).FullName;
        Directory.CreateDirectory(DataFolder);
        var passwordFile = Path.Combine(socket, "password");
        await File.WriteAllTextAsync(passwordFile, password, cancellation);
        await Unprivileged.OwnAsync(DataFolder, cancellation);
        await Unprivileged.OwnAsync(socket, cancellation);
        var initdb = _tools.Command("initdb", "--pgdata", DataFolder, "--username", "jobswipe", "--pwfile", passwordFile,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--data-checksums");
        await Unprivileged.Run(initdb with { WorkingDirectory = "/" }).OutputAsync(cancellation);
        File.Delete(passwordFile);
    }

    private async Task<int> StartServerAsync(IReadOnlyDictionary<string, string> settings, bool restored, CancellationToken cancellation)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            // PostgreSQL cannot take port 0, so another process may take the free port first: try another one then.
            var port = FreePort.Next();
            var all = new Dictionary<string, string>
            {
                ["port"] = port.ToString(),
                ["listen_addresses"] = "127.0.0.1",
                ["unix_socket_directories"] = Path.Combine(_folder.Path, "socket"),
                ["fsync"] = "off",
                ["full_page_writes"] = "off",
                ["synchronous_commit"] = "off",
                ["max_connections"] = "200",
                ["timezone"] = "UTC",
            };
            if (restored) all["hba_file"] = HostBasedAuthentication;
            foreach (var (name, value) in settings) all[name] = value;
            var options = string.Join(' ', all.Select(setting => $"-c {setting.Key}={setting.Value}"));
            var start = _tools.Command("pg_ctl", "start", "-D", DataFolder, "-l", LogFile, "-w", "-t", "60", "-o", options);
            // The server inherits pg_ctl's streams: without the null device its end would never be seen.
            var quiet = new Command("/bin/sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", .. new[] { start.File }.Concat(start.Arguments)])
            {
                Environment = start.Environment,
                WorkingDirectory = "/",
            };
            var result = await Unprivileged.Run(quiet).RunAsync(cancellation);
            if (result.ExitCode == 0) return port;
            var log = File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";
            if (attempt == attempts || !log.Contains("Address already in use", StringComparison.Ordinal)) throw new PostgresNotStarted(log);
        }
    }
}
