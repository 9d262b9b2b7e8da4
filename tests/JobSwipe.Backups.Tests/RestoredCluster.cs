using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

/// <summary>A server on a restored data folder, for as long as a test looks into it.</summary>
public sealed class RestoredCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _socket = TemporaryFolder.Create("jssock");
    private readonly Guard _guard = Guard.Start();
    private readonly string _folder;

    private RestoredCluster(string folder) => _folder = folder;

    public static async Task<RestoredCluster> StartAsync(string folder)
    {
        var cluster = new RestoredCluster(folder);
        var own = Directory.CreateDirectory(Path.Combine(cluster._socket.Path, "s")).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "hba"), "local all all trust\n");
        await Unprivileged.OwnAsync(own);
        var start = PgCtl("start", "-D", folder, "-l", Path.Combine(own, "log"), "-w", "-o",
            $"-c listen_addresses= -c port=5432 -c unix_socket_directories={own} -c hba_file={own}/hba -c fsync=off");
        var stop = Unprivileged.Run(PgCtl("stop", "-D", folder, "-m", "immediate"));
        cluster._guard.Add($"rm -rf {Guard.Quote(cluster._socket.Path)}; {string.Join(' ', stop.Arguments.Prepend(stop.File).Select(Guard.Quote))} >/dev/null 2>&1");
        var quiet = start with { File = "/bin/sh", Arguments = ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", start.File, .. start.Arguments] };
        (await Unprivileged.Run(quiet).RunAsync()).ExitCode.ShouldBe(0, File.Exists(Path.Combine(own, "log")) ? await File.ReadAllTextAsync(Path.Combine(own, "log")) : "no log");
        cluster.Url = DatabaseUrl.Parse($"postgresql://jobswipe@localhost:5432/postgres?host={Uri.EscapeDataString(own)}");
        return cluster;
    }

    public DatabaseUrl Url { get; private set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await Unprivileged.Run(PgCtl("stop", "-D", _folder, "-m", "immediate", "-w")).RunAsync();
        _guard.Dispose();
        _socket.Dispose();
    }

    private static Command PgCtl(params string[] arguments) => PostgresTools.Find().Command("pg_ctl", arguments) with { WorkingDirectory = "/" };
}
