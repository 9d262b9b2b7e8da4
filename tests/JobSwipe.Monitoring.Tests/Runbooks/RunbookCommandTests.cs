using JobSwipe.Monitoring.Judging;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Monitoring.Tests.Runbooks;

/// <summary>Every command of every runbook is run, or, where a reason is given, read as whoever runs it would.</summary>
public sealed class RunbookCommandTests(RunbookMachine machine) : IClassFixture<RunbookMachine>
{
    /// <summary>What the stand-in for flyctl has no part for, and why.</summary>
    private static readonly Dictionary<string, string> OnlyOnFly = new()
    {
        ["certs add"] = "no certificates on loopback",
        ["certs check"] = "no certificates on loopback",
        ["certs remove"] = "no certificates on loopback",
        ["certs show"] = "no certificates on loopback",
        ["postgres create"] = "a database comes from PostgreSQL's own tools",
        ["scale memory"] = "sizes are recorded, not enforced",
        ["ssh console"] = "its machines are processes of this machine",
        ["tokens create"] = "any token will do",
        ["tokens revoke"] = "any token will do",
        ["volumes extend"] = "its volumes are folders",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void All_code_in_runbooks_is_of_a_kind_that_is_known()
    {
        RunbookCommand.Of(CommandKind.Unknown).ShouldBeEmpty("a command of a new kind needs a way to be run here; what cannot be run is no code, and the runbook says that it is done by hand");
        RunbookCommand.Of(CommandKind.Build).Count.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("`helm rollback jobswipe`", CommandKind.Unknown)]
    [InlineData("```sh\n./build.sh Releases\n```", CommandKind.Build)]
    [InlineData("`ServiceDowm`", CommandKind.Unknown)]
    [InlineData("`--replase`", CommandKind.Unknown)]
    [InlineData("`--replace`", CommandKind.Name)]
    public void What_is_no_command_and_no_name_is_found(string text, object kind) => RunbookCommand.Of("one.md", text).Single().Kind.ShouldBe((CommandKind)kind);

    [Fact]
    public void A_placeholder_without_an_example_is_found() => Should.Throw<KeyNotFoundException>(() => machine.Fill("./build.sh Promote --release <newest>"));

    [Fact]
    public void Queries_can_be_read()
    {
        foreach (var query in RunbookCommand.Of(CommandKind.Query)) Should.NotThrow(() => PromParser.Parse(query.Text), $"{query.File}: {query.Text}");
    }

    [Fact]
    public void Each_target_is_run_or_there_is_a_reason_why_not()
    {
        var named = RunbookCommand.Of(CommandKind.Build).Select(command => command.Verbs()[0]).Distinct().ToArray();

        named.Order().ShouldBe(BuildCommands.Executed.Concat(BuildCommands.OnlyPlanned.Keys).Order());
    }

    [Fact]
    public void Commands_of_the_build_have_what_their_target_cannot_do_without()
    {
        BuildCommands.RequiredBy("Promote").ShouldBe(["--release", "--reason"]);

        foreach (var command in RunbookCommand.Of(CommandKind.Build))
            foreach (var option in BuildCommands.RequiredBy(command.Verbs()[0])) command.Text.ShouldContain($" {option} ", customMessage: command.File);
    }

    [Fact]
    public async Task The_build_reads_checks_and_plans_each_of_its_commands()
    {
        // The first start compiles what changed.
        await SucceedsAsync("./build.sh Releases --plan", "the build");
        (await machine.RunAsync("./build.sh Releasez --plan")).ExitCode.ShouldBe(2);

        await Parallel.ForEachAsync(RunbookCommand.Of(CommandKind.Build), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation },
            async (command, _) => await SucceedsAsync($"{machine.Fill(command.Text)} --plan", command.File));
    }

    [Fact]
    public async Task Commands_of_the_build_that_harm_nothing_here_do_what_they_say()
    {
        await machine.EnsureAppAsync("jobswipe");

        foreach (var target in BuildCommands.Executed)
            foreach (var command in RunbookCommand.Of(CommandKind.Build).Where(command => command.Verbs()[0] == target))
            {
                var result = await machine.BuildAsync(machine.Fill(command.Text));
                result.ExitCode.ShouldBe(0, $"{command.File}: {command.Text}\n{result.Output}{result.Error}");
            }
    }

    [Fact]
    public async Task Statements_of_SQL_run_in_the_application_s_database()
    {
        await using var idle = await machine.Database.OpenAsync(Cancellation);
        await using var select = new NpgsqlCommand("select 1", idle, await idle.BeginTransactionAsync(Cancellation));
        await select.ExecuteScalarAsync(Cancellation);
        await using var connection = await machine.Database.OpenAsync(Cancellation);

        foreach (var statement in RunbookCommand.Of(CommandKind.Sql))
        {
            // What it changes is taken back.
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await using var command = new NpgsqlCommand(machine.Fill(statement.Text), connection, transaction);
            await Should.NotThrowAsync(() => command.ExecuteNonQueryAsync(Cancellation), $"{statement.File}: {statement.Text}");
            await transaction.RollbackAsync(Cancellation);
        }

        (await Should.ThrowAsync<PostgresException>(() => select.ExecuteScalarAsync(Cancellation))).SqlState.ShouldBe("57P01", "what held a connection without doing anything was ended");
    }

    [Fact]
    public async Task Commands_of_flyctl_run_against_its_stand_in()
    {
        var commands = RunbookCommand.Of(CommandKind.Fly);
        foreach (var app in commands.Select(App).OfType<string>().Distinct()) await machine.EnsureAppAsync(app);

        // An app is made when there is none any more: it comes last.
        foreach (var command in commands.OrderBy(command => Verb(command) == "apps create"))
        {
            if (OnlyOnFly.ContainsKey(Verb(command))) (await machine.RunAsync(machine.Fill(command.Text))).Error.ShouldContain("unknown command", customMessage: $"{command.Text} is known now: take it from the list");
            else if (Verb(command).StartsWith("proxy", StringComparison.Ordinal)) await ProxyAsync(command);
            else await SucceedsAsync(await PreparedAsync(command), command.File, Verb(command) == "secrets import" ? "NAME=value\n" : null);
        }

        commands.Select(Verb).ShouldContain("machine restart");
        OnlyOnFly.Keys.ShouldBeSubsetOf(commands.Select(Verb), "the list has no more than runbooks use");
    }

    [Fact]
    public async Task Lines_for_a_shell_run()
    {
        using var folder = TemporaryFolder.Create("jsrun");
        await SucceedsAsync("git init -q && git -c user.name=n -c user.email=e commit -q --allow-empty -m one", "a repository", folder: folder.Path);

        foreach (var command in RunbookCommand.Of(CommandKind.Shell))
            // A whole disk would take minutes; and whether something was restored already is for other tests.
            await SucceedsAsync(machine.Fill(command.Text).Replace("du -xh / ", "du -xh . ").Replace("/restored", "/jobswipe"), command.File, folder: folder.Path);
    }

    /// <summary>The command, with the app as it must be before it.</summary>
    private async Task<string> PreparedAsync(RunbookCommand command)
    {
        var text = command.Text;
        if (Verb(command) == "apps create") await SucceedsAsync($"flyctl apps destroy {command.Verbs()[2]} --yes", command.File);
        if (text.Contains("<id>", StringComparison.Ordinal)) text = text.Replace("<id>", await machine.MachineOfAsync(App(command)!));
        if (Verb(command) == "machine start") await SucceedsAsync(text.Replace(" start ", " stop "), command.File);
        return machine.Fill(text);
    }

    /// <summary>It stays until it is ended; that it listens is enough, at a port that is free.</summary>
    private async Task ProxyAsync(RunbookCommand command)
    {
        using var listens = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var lines = new List<string>();
        try
        {
            await machine.RunAsync("exec " + command.Text.Replace("proxy ", "proxy 0:"), onLine: line =>
            {
                lines.Add(line);
                if (line.StartsWith("Proxying", StringComparison.Ordinal)) listens.Cancel();
            }, until: listens);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            // As whoever is done with it does.
        }
        lines.ShouldContain(line => line.StartsWith("Proxying"), $"{command.File}: {command.Text}");
    }

    private async Task SucceedsAsync(string line, string file, string? input = null, string? folder = null)
    {
        var result = await machine.RunAsync("set -o pipefail; " + line, input, folder);
        // 141: head has seen enough, and what wrote to it was told so.
        result.ExitCode.ShouldBeOneOf([0, 141], $"{file}: {line}\n{result.Output}{result.Error}");
    }

    private static string Verb(RunbookCommand command) => string.Join(' ', command.Verbs().Take(2));

    private static string? App(RunbookCommand command) => command.Text.Split(' ').SkipWhile(word => word != "--app").Skip(1).FirstOrDefault();
}
