using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Tests;

public sealed class CommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passes_arguments_as_they_are()
    {
        var output = await new Command("printf", "%s|", "a b", "$HOME", "'\"", "").OutputAsync(Cancellation);

        output.ShouldBe("a b|$HOME|'\"||");
    }

    [Fact]
    public async Task Hands_over_environment_and_input()
    {
        var command = new Command("sh", "-c", "cat; printf %s \"$WORD\"") { Input = "hello ", Environment = new Dictionary<string, string?> { ["WORD"] = "world" } };

        (await command.OutputAsync(Cancellation)).ShouldBe("hello world");
    }

    [Fact]
    public async Task Says_what_a_failed_command_said()
    {
        var error = await Should.ThrowAsync<CommandFailed>(() => new Command("sh", "-c", "echo broken pipe of dreams >&2; exit 7").OutputAsync(Cancellation));

        error.Result.ExitCode.ShouldBe(7);
        error.Message.ShouldContain("exit code 7");
        error.Message.ShouldContain("broken pipe of dreams");
    }

    [Fact]
    public async Task Names_a_program_that_is_not_there()
    {
        var error = await Should.ThrowAsync<ToolMissing>(() => new Command("no-such-program").OutputAsync(Cancellation));

        error.Message.ShouldContain("no-such-program");
    }

    [Fact]
    public async Task Kills_the_whole_tree_when_cancelled()
    {
        using var folder = TemporaryFolder.Create();
        var file = Path.Combine(folder.Path, "pid");
        using var cancel = new CancellationTokenSource();
        var running = new Command("sh", "-c", $"sleep 600 & echo $! > {file}; wait").RunAsync(cancel.Token);
        while (!File.Exists(file) || File.ReadAllText(file).Trim() is "") await Task.Yield();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Until.True(() => !Processes.Alive(int.Parse(File.ReadAllText(file))));
    }

    [Fact]
    public void Prints_as_a_person_would_type_it() =>
        new Command("/usr/bin/pg_dump", "--format=custom", "a b", "it's").ToString().ShouldBe("pg_dump --format=custom 'a b' 'it'\\''s'");
}
