using JobSwipe.Migrations;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Tests.Deployments;
using JobSwipe.Releases.Tests.Traps;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Fly;

public sealed class FlyProxyTests(LocalPlatform platform, Databases databases) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly string _app = $"db-{Guid.NewGuid().ToString("N")[..8]}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Log => Path.Combine(_folder.Path, "proxy.log");

    public async ValueTask InitializeAsync() => await new Flyctl(platform.Platform()).CreateAppAsync(_app, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await platform.Platform().Command("apps", "destroy", _app, "--yes").RunAsync(CancellationToken.None);
        _folder.Dispose();
    }

    [Fact]
    public void Listens_for_this_machine_alone() => string.Join(' ', new FlyProxySettings("jobswipe-db", 15432, 5432).ToArguments())
        .ShouldBe("proxy 15432:5432 --app jobswipe-db --bind-addr 127.0.0.1");

    [Fact]
    public async Task Leads_a_migration_to_the_database_and_is_gone_afterwards()
    {
        var database = await databases.Cluster.CreateDatabaseAsync("p" + Guid.NewGuid().ToString("N"), Cancellation);
        File.WriteAllText(Path.Combine(_folder.Path, "0001_jobs.sql"), "create table jobs (id int primary key);\n");
        DatabaseUrl through;
        using (var proxy = await FlyProxy.OpenAsync(platform.Platform(), _app, database, Log, Cancellation))
        {
            through = proxy.Url;
            through.Port.ShouldNotBe(database.Port);
            (await Migrator.MigrateAsync(through, new MigrationOptions { ScriptsFolder = _folder.Path }, cancellation: Cancellation)).Applied.Count.ShouldBe(1);
        }

        (await Migrator.StatusAsync(database, new MigrationOptions { ScriptsFolder = _folder.Path }, Cancellation)).Head.ShouldBe("0001_jobs");
        await Should.ThrowAsync<DatabaseUnreachable>(() => Migrator.StatusAsync(through, new MigrationOptions { ScriptsFolder = _folder.Path }, Cancellation));
    }

    [Fact]
    public async Task Says_what_flyctl_said_when_it_does_not_come_up()
    {
        var error = await Should.ThrowAsync<DaemonNotStarted>(() => FlyProxy.OpenAsync(platform.Platform(), "no-such-app", databases.Cluster.Url, Log, Cancellation));

        error.Message.ShouldContain("no-such-app");
        error.Message.ShouldContain("ended with exit code 1");
    }

    [Fact]
    public async Task Refuses_a_certificate_that_must_name_the_host() => (await Should.ThrowAsync<ProxyCannotBeVerified>(
        () => FlyProxy.OpenAsync(platform.Platform(), _app, databases.Cluster.Url with { SslMode = "verify-full" }, Log, Cancellation))).Remedy.ShouldContain("verify-ca");
}
