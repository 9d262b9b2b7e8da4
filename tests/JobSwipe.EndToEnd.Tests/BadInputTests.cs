using System.Net;
using System.Net.Sockets;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.EndToEnd.Tests;

/// <summary>What a person sees who gives the build something wrong: one error with a remedy, and an exit code that is not 0.</summary>
[Collection(FreshClone.OneAtATime)]
public sealed class BadInputTests(FreshClone clone)
{
    private const string Nobody = "postgresql://u:hidden-word@127.0.0.1:1/d";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, "Migrat", "Migrate")]
    [InlineData(2, "Migrate --delivery-enviroment staging", "--delivery-environment")]
    [InlineData(2, "Migrate --delivery-environment moon", "Production")]
    [InlineData(2, "RestoreBackup", "into")]
    [InlineData(1, "RestoreBackup --into postgresql://u@h/d", "--database-url")]
    [InlineData(1, "DockerBuild --release-version next", "1.4.0")]
    [InlineData(1, "DockerBuild --application /nowhere", "--application")]
    [InlineData(1, "DeployProd --delivery-environment staging", "--delivery-environment production")]
    [InlineData(1, "DeployStaging --skip --delivery-environment staging", "FLY_API_TOKEN")]
    public async Task Says_what_to_write_instead(int exitCode, string arguments, string remedy)
    {
        var result = await clone.Build(arguments.Split(' ')).RunAsync(Cancellation);

        result.ExitCode.ShouldBe(exitCode, result.Output + result.Error);
        (result.Output + result.Error).ShouldContain(remedy);
        OneError(result);
    }

    [Fact]
    public async Task Names_a_database_that_does_not_answer_but_never_its_password()
    {
        var result = await WithDatabase(Nobody, "Migrate").RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Error).ShouldContain("127.0.0.1:1");
        (result.Output + result.Error).ShouldNotContain("hidden-word");
        OneError(result);
    }

    [Fact]
    public async Task Says_that_a_password_is_wrong()
    {
        await using var cluster = await PostgresCluster.StartAsync(cancellation: Cancellation);

        var result = await WithDatabase((cluster.Url with { Password = "hidden-word" }).ToUrlWithPassword(), "Migrate").RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Error).ShouldContain("password");
        (result.Output + result.Error).ShouldNotContain("hidden-word");
        OneError(result);
    }

    [Fact]
    public async Task Refuses_a_database_elsewhere_without_its_environment()
    {
        var result = await WithDatabase("postgresql://u:p@db.example.com/d", "Migrate").RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Error).ShouldContain("--delivery-environment");
        OneError(result);
    }

    [Fact]
    public async Task Refuses_a_backup_that_nobody_could_read()
    {
        var result = await WithDatabase(Nobody, "Backup").RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Error).ShouldContain("recipient");
        OneError(result);
    }

    [Fact]
    public async Task Names_an_object_store_that_cannot_be_written()
    {
        var key = await new Command(ExternalTool.AgeKeygen.Require()).OutputAsync(Cancellation);
        var recipient = key.Split('\n').First(line => line.Contains("age1")).Split(' ')[^1];

        // /proc takes no files from anybody, root included.
        var result = await WithDatabase(Nobody, "Backup", "--store", "/proc/store", "--age-recipients", recipient).RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Error).ShouldContain("/proc/store");
        OneError(result);
    }

    [Fact]
    public async Task Names_the_packages_of_missing_tools()
    {
        // A PATH with little more than the shell and dotnet: age and zstd are not on it.
        using var folder = TemporaryFolder.Create("jsp");
        foreach (var tool in new[] { "bash", "sh", "env", "dotnet", "git", "find", "sort", "cat", "ls", "dirname", "sed", "sha256sum", "flock", "touch", "mkdir", "mv", "rm", "sleep", "xargs", "awk", "head" })
            if (await WhereAsync(tool) is { } found) File.CreateSymbolicLink(Path.Combine(folder.Path, tool), found);
        var path = new[] { new KeyValuePair<string, string?>("PATH", folder.Path) };
        // Compiling takes more than these.
        await clone.Build("--help").OutputAsync(Cancellation);

        var result = await clone.Build("Backup").With(path).RunAsync(Cancellation);
        var scan = await clone.Build("GitleaksScan").With(path).RunAsync(Cancellation);
        var strict = await clone.Build("GitleaksScan", "--strict").With(path).RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1, result.Output + result.Error);
        (result.Output + result.Error).ShouldContain("apt-get install");
        (result.Output + result.Error).ShouldContain("brew install");
        (result.Output + result.Error).ShouldContain("--install-tools");
        OneError(result);
        (scan.ExitCode, strict.ExitCode).ShouldBe((0, 1), "what is not run is a warning, and an error with --strict");
        (scan.Output + scan.Error).ShouldContain("not run: gitleaks is not on this machine");
    }

    [Fact]
    public async Task Names_a_port_that_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString();

        var result = await clone.Build("DeployStaging", "--skip", "DockerBuild").With([new("LOCALFLY_PORT_JOBSWIPE_STAGING", port)]).RunAsync(Cancellation);

        result.ExitCode.ShouldBe(1, result.Output + result.Error);
        (result.Output + result.Error).ShouldContain($"port {port} is taken");
    }

    private Command WithDatabase(string url, params IReadOnlyList<string> arguments) => clone.Build(arguments).With([new("DATABASE_URL", url)]);

    private static void OneError(CommandResult result)
    {
        var lines = (result.Output + result.Error).Split('\n');
        lines.Count(line => line.StartsWith("error: ", StringComparison.Ordinal)).ShouldBe(1, result.Output + result.Error);
        lines.ShouldNotContain(line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal), "a stack trace is no clear error");
    }

    private static async Task<string?> WhereAsync(string tool) =>
        (await new Command("sh", "-c", $"command -v {tool}").RunAsync(Cancellation)) is { ExitCode: 0 } found ? found.Output.Trim() : null;
}
