using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JobSwipe.Reference.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace JobSwipe.Reference.Tests.Support;

/// <summary>
/// One PostgreSQL for all tests: a temporary folder, a Unix socket and a loopback port that the system chose. A shell waits at the end
/// of a pipe from this process and stops the server and removes the folder when it closes, however the tests end.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Script = """
        trap '' INT TERM HUP
        folder=$1; shift
        "$@" >"$folder/log" 2>&1 &
        read -r _
        kill -INT $!; wait $!
        rm -rf "$folder"
        """;
    private readonly string _folder = Directory.CreateTempSubdirectory("jsref").FullName;
    private Process? _shell;
    private int _databases;

    /// <summary>The port on 127.0.0.1, and in the socket's name.</summary>
    public int Port { get; private set; }

    /// <summary>The folder of the Unix socket.</summary>
    public string SocketFolder => _folder;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "password"), "secret");
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", User(), _folder);
        await RunAsync([.. Unprivileged(), Tool("initdb"), "-D", Data, "--username=tests", $"--pwfile={_folder}/password", "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync"]);
        // A port that was free a moment ago may be taken by now.
        for (var attempt = 1; !await StartAsync(); attempt++)
            if (attempt == 5) throw new InvalidOperationException("PostgreSQL did not start: " + await File.ReadAllTextAsync(Path.Combine(_folder, "log")));
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await source.CreateCommand("create database template").ExecuteNonQueryAsync();
        await using var template = NpgsqlDataSource.Create(ConnectionString("template"));
        await template.CreateCommand(Schema.Sql()).ExecuteNonQueryAsync();
    }

    /// <summary>A database with the baseline schema and nothing in it.</summary>
    public async Task<string> CreateDatabaseAsync(bool empty = false)
    {
        var name = $"tests{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await source.CreateCommand($"create database {name} template {(empty ? "template1" : "template")}").ExecuteNonQueryAsync();
        return name;
    }

    public string Url(string database) => $"postgresql://tests:secret@127.0.0.1:{Port}/{database}";

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=tests;Password=secret;Database={database};Pooling=false";

    public async ValueTask DisposeAsync()
    {
        _shell?.StandardInput.Close();
        if (_shell is not null) await _shell.WaitForExitAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task<bool> StartAsync()
    {
        Port = FreePort();
        var info = new ProcessStartInfo("sh") { RedirectStandardInput = true };
        foreach (var argument in (string[])["-c", Script, "sh", _folder, .. Unprivileged(), Tool("postgres"), "-D", Data, "-p", $"{Port}", "-k", _folder,
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "synchronous_commit=off"])
            info.ArgumentList.Add(argument);
        _shell = Process.Start(info)!;
        return await Wait.UntilAsync(async () => await AnswersAsync() || await FailedAsync()) && await AnswersAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<bool> FailedAsync()
    {
        var log = Path.Combine(_folder, "log");
        return File.Exists(log) && (await File.ReadAllTextAsync(log)).Contains("FATAL:  could not create");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root.
    private static string[] Unprivileged() => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", User(), "--regid", Group(), "--clear-groups"] : [];

    private static string User() => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string Group() => User() == "postgres" ? "postgres" : "nogroup";

    private static string Tool(string name) =>
        new[] { "/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt" }
            .Where(Directory.Exists).SelectMany(root => Directory.GetDirectories(root)).Select(folder => Path.Combine(folder, "bin", name))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
            .Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
        ?? throw new InvalidOperationException($"{name} is not on this machine: install PostgreSQL's server (Debian: postgresql, Homebrew: postgresql@17)");

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} failed: {await output}{errors}");
    }
}
