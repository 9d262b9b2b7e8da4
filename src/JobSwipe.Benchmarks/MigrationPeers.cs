using DbUp;
using JobSwipe.Migrations;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Benchmarks;

/// <summary>The runners that are compared, each as its own documentation says to use it.</summary>
internal static class MigrationPeers
{
    public const string AlembicProgram = "/usr/bin/alembic";

    public static async Task OursAsync(DatabaseUrl url, SmallScripts scripts) =>
        await Migrator.MigrateAsync(url, new MigrationOptions { ScriptsFolder = scripts.Sql });

    public static Task DbUpAsync(DatabaseUrl url, SmallScripts scripts)
    {
        // Neither side may find a connection in a pool.
        var result = DeployChanges.To.PostgresqlDatabase(url.ToConnectionString(builder => builder.Pooling = false))
            .WithScriptsFromFileSystem(scripts.Sql).WithTransactionPerScript().WithVariablesDisabled().LogToNowhere().Build().PerformUpgrade();
        return result.Successful ? Task.CompletedTask : Task.FromException(result.Error);
    }

    public static Task PsqlAsync(DatabaseUrl url, SmallScripts scripts) =>
        PostgresTools.Find().Command("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", scripts.AllInOne).With(url.ToEnvironment()).OutputAsync();

    public static Task AlembicAsync(DatabaseUrl url, SmallScripts scripts) =>
        new Command(AlembicProgram, "-c", Path.Combine(scripts.Alembic, "alembic.ini"), "upgrade", "head")
        {
            Environment = new Dictionary<string, string?> { ["BENCHMARK_URL"] = url.ToUrlWithPassword() },
        }.OutputAsync();
}
