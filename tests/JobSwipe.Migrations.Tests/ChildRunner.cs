using System.Runtime.CompilerServices;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

/// <summary>This program as a runner that can be killed: started with a URL in its environment, it migrates and runs no test.</summary>
internal static class ChildRunner
{
    private const string Url = "JOBSWIPE_TEST_RUNNER_URL";
    private const string Folder = "JOBSWIPE_TEST_RUNNER_SCRIPTS";

    public static Command Of(DatabaseUrl url, string folder) => new("dotnet", typeof(ChildRunner).Assembly.Location)
    {
        Environment = new Dictionary<string, string?> { [Url] = url.ToUrlWithPassword(), [Folder] = folder, ["DOTNET_TieredPGO"] = "0" },
    };

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Url) is not { } url) return;
        Migrator.MigrateAsync(DatabaseUrl.Parse(url), new MigrationOptions { ScriptsFolder = Environment.GetEnvironmentVariable(Folder) }).GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
