using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

public sealed class PoolerTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("transaction", true)]
    [InlineData("statement", true)]
    [InlineData("session", false)]
    public async Task Is_refused_when_it_shares_sessions(string mode, bool refused)
    {
        if (ExternalTool.PgBouncer.Locate() is not { } program)
        {
            Assert.Skip("not run: pgbouncer is not installed (Debian: pgbouncer)");
            return;
        }
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "-- transaction: none\ncreate index concurrently on a (id);");
        using var folder = TemporaryFolder.Create("jspb");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "users.txt"), $"\"{url.User}\" \"{url.Password}\"\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "pgbouncer.ini"), $"""
            [databases]
            * = host=127.0.0.1 port={url.Port}
            [pgbouncer]
            listen_addr =
            listen_port = 6432
            unix_socket_dir = {folder.Path}
            auth_type = plain
            auth_file = {folder.Path}/users.txt
            pool_mode = {mode}
            default_pool_size = 5
            ignore_startup_parameters = extra_float_digits
            """, Cancellation);
        await Unprivileged.OwnAsync(folder.Path, Cancellation);
        await using var pooler = RunningCommand.Start(Unprivileged.Run(new Command(program, Path.Combine(folder.Path, "pgbouncer.ini")) { WorkingDirectory = "/" }));
        var pooled = url with { Host = folder.Path, Port = 6432 };
        while (!File.Exists(Path.Combine(folder.Path, ".s.PGSQL.6432"))) pooler.HasExited.ShouldBeFalse(pooler.Errors);

        var run = () => Migrator.MigrateAsync(pooled, scripts.Options, cancellation: Cancellation);

        if (!refused)
        {
            (await run()).Head.ShouldBe("0002_b");
            return;
        }
        (await Should.ThrowAsync<PoolerRefused>(run)).Problem.ShouldContain("pooler");
        (await url.QueryAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")).ShouldBe(0);
        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }
}
