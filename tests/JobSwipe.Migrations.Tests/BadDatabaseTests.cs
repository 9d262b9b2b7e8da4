using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Migrations.Tests;

public sealed class BadDatabaseTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_the_role_may_not_make_a_journal()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync($"create role weak_{url.Database} login password 'weak'");
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");

        var error = await Should.ThrowAsync<JournalNotUsable>(() => Migrator.MigrateAsync(url with { User = $"weak_{url.Database}", Password = "weak" }, scripts.Options, cancellation: Cancellation));

        error.Problem.ShouldContain($"'{url.Database}'");
        error.Problem.ShouldContain("42501");
        error.Remedy.ShouldContain("grant");
        (await Migrator.StatusAsync(url, scripts.Options, Cancellation)).Pending.ShouldBe(["0001_a"]);
    }

    [Fact]
    public async Task Says_at_which_statement_the_role_has_no_permission()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync($"create role own_{url.Database} login password 'own'; alter database {url.Database} owner to own_{url.Database}");
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");
        scripts.With("0002_b", "create table b (id int);\ncreate role other;");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url with { User = $"own_{url.Database}", Password = "own" }, scripts.Options, cancellation: Cancellation));

        (error.File, error.Line, error.SqlState).ShouldBe(("0002_b.sql", 2, PostgresErrorCodes.InsufficientPrivilege));
        (await url.QueryAsync<bool>("select to_regclass('b') is null")).ShouldBeTrue();
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_a");
    }

    [Fact]
    public async Task Says_that_the_server_is_read_only()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync($"alter database {url.Database} set default_transaction_read_only = on");
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");

        (await Should.ThrowAsync<JournalNotUsable>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation))).Problem.ShouldContain("25006");
    }

    [Fact]
    public async Task Rolls_back_when_the_disk_of_the_server_is_full()
    {
        using var folder = TemporaryFolder.Create("jsfull");
        if (!await MountAsync(folder.Path)) Assert.Skip("not run: a small file system cannot be mounted here");
        var url = await databases.NewAsync();
        try
        {
            await databases.Cluster.Url.ExecuteAsync($"create tablespace small location '{folder.Path}'");
            using var scripts = new ScriptFolder()
                .With("0001_a", "create table a (t text);")
                .With("0002_b", "create table b (id int);\ncreate table full_up (t text) tablespace small;\ninsert into full_up select repeat(md5(n::text), 50) from generate_series(1, 20000) n;");

            var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));

            (error.File, error.Line, error.SqlState).ShouldBe(("0002_b.sql", 3, PostgresErrorCodes.DiskFull));
            error.Remedy.ShouldContain("rolled back");
            (await url.QueryAsync<bool>("select to_regclass('b') is null and to_regclass('full_up') is null")).ShouldBeTrue();
            (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_a");
        }
        finally
        {
            await databases.Cluster.Url.ExecuteAsync($"drop database {url.Database} with (force)");
            await databases.Cluster.Url.ExecuteAsync("drop tablespace if exists small");
            await new Command("umount", folder.Path).RunAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Says_that_the_server_went_away()
    {
        await using var cluster = await PostgresCluster.StartAsync(cancellation: Cancellation);
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "create table b (id int); select pg_sleep(60);");

        var run = Migrator.MigrateAsync(cluster.Url, scripts.Options, cancellation: Cancellation);
        while (!await cluster.Url.QueryAsync<bool>("select exists (select from pg_stat_activity where wait_event = 'PgSleep')")) run.IsCompleted.ShouldBeFalse();
        await cluster.DisposeAsync();

        var error = await Should.ThrowAsync<MigrationInterrupted>(() => run);
        error.Problem.ShouldContain("0002_b.sql");
        error.Remedy.ShouldContain("journal knows");
    }

    [Fact]
    public async Task Takes_a_server_that_wants_TLS_also_within_its_machine()
    {
        await using var cluster = await PostgresCluster.StartAsync(cancellation: Cancellation);
        var keys = Directory.CreateDirectory(Path.Combine(cluster.DataFolder, "tls")).FullName;
        using (var key = RSA.Create(2048))
        using (var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)))
        {
            await File.WriteAllTextAsync(Path.Combine(keys, "crt"), certificate.ExportCertificatePem(), Cancellation);
            await File.WriteAllTextAsync(Path.Combine(keys, "key"), key.ExportPkcs8PrivateKeyPem(), Cancellation);
        }
        await new Command("chmod", "600", Path.Combine(keys, "key")).OutputAsync(Cancellation);
        await Unprivileged.OwnAsync(keys, Cancellation);
        foreach (var setting in new[] { "ssl = on", "ssl_cert_file = 'tls/crt'", "ssl_key_file = 'tls/key'" }) await cluster.Url.ExecuteAsync($"alter system set {setting}");
        await File.WriteAllTextAsync(Path.Combine(cluster.DataFolder, "pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n", Cancellation);
        await cluster.Url.ExecuteAsync("select pg_reload_conf()");
        while (await RefusesAsync(cluster.Url with { SslMode = "require" })) { }
        (await RefusesAsync(cluster.Url with { SslMode = "disable" })).ShouldBeTrue();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");

        (await Migrator.MigrateAsync(cluster.Url, scripts.Options, cancellation: Cancellation)).Applied.Count.ShouldBe(1);
        (await Migrator.MigrateAsync(cluster.Url, scripts.Options, cancellation: Cancellation)).Applied.ShouldBeEmpty();

        static async Task<bool> RefusesAsync(DatabaseUrl url)
        {
            try
            {
                await (await url.OpenAsync(Cancellation)).DisposeAsync();
                return false;
            }
            catch (DeliveryError)
            {
                return true;
            }
        }
    }

    [Theory]
    [InlineData("selekt 1;", 1, 1, "42601")]
    [InlineData("create table a (id int);\n  insert into a values (1, 2);", 2, 28, "42601")]
    [InlineData("select 'é', nowhere;", 1, 13, "42703")]
    [InlineData("create function f() returns int language plpgsql as $x$ begin\n retrun 1; end $x$;", 2, 2, "42601")]
    [InlineData("create table a (id int primary key deferrable initially deferred);\ninsert into a values (1), (1);", 1, 1, "23505")]
    public async Task Says_where_a_statement_is_wrong(string sql, int line, int column, string state)
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", sql);

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));

        (error.File, error.Line, error.Column, error.SqlState).ShouldBe(("0001_a.sql", line, column, state));
        (await url.QueryAsync<bool>("select to_regclass('a') is null")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("do $$ begin commit; end $$;", "2D000")]
    [InlineData("do $$ begin execute 'commit'; end $$;", "0A000")]
    [InlineData("create procedure p() language plpgsql as 'begin commit; end'; call p();", "2D000")]
    public async Task Refuses_a_commit_that_hides_in_a_body(string sql, string state)
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);\n" + sql);

        (await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation))).SqlState.ShouldBe(state);
        (await url.QueryAsync<bool>("select to_regclass('a') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Builds_an_index_again_that_was_left_invalid_and_takes_none_for_valid()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int); insert into a values (1), (1);")
            .With("0002_i", "-- transaction: none\ncreate unique index concurrently if not exists \"I x\" on public.a (id);");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));
        var invalid = await url.QueryAsync<bool>("select bool_or(not indisvalid) from pg_index where indrelid = 'a'::regclass");
        await url.ExecuteAsync("delete from a where ctid = '(0,1)'");
        var said = new List<string>();
        await Migrator.MigrateAsync(url, scripts.Options, said.Add, Cancellation);

        (error.SqlState, invalid).ShouldBe((PostgresErrorCodes.UniqueViolation, true));
        said.ShouldContain(line => line.Contains("public.\"I x\" was left invalid"));
        (await url.QueryAsync<bool>("select bool_and(indisvalid) from pg_index where indrelid = 'a'::regclass")).ShouldBeTrue();
    }

    private static async Task<bool> MountAsync(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        if ((await new Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder).RunAsync(Cancellation)).ExitCode != 0) return false;
        await Unprivileged.OwnAsync(folder, Cancellation);
        return true;
    }
}
