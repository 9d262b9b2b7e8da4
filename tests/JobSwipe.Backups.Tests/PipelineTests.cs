using System.Diagnostics;
using System.Security.Cryptography;
using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class PipelineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passes_every_byte_on_and_shows_it()
    {
        using var digest = new Digest();
        await using var pipeline = await Pipeline.StartAsync(
            [new Command("head", ["-c", "5000000", "/dev/zero"]), new Command("cat", []), new Command("wc", ["-c"])], tap: digest, cancellation: Cancellation);

        (await new StreamReader(pipeline).ReadToEndAsync(Cancellation)).Trim().ShouldBe("5000000");
        digest.Count.ShouldBe(5000000);
        digest.Sha256().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(new byte[5000000])));
    }

    [Fact]
    public async Task A_command_that_fails_in_the_middle_is_named_with_what_it_said()
    {
        await using var pipeline = await Pipeline.StartAsync(
            [new Command("echo", ["a"]), new Command("sh", ["-c", "cat >/dev/null; echo broken >&2; exit 3"]), new Command("cat", [])], cancellation: Cancellation);

        (await Should.ThrowAsync<CommandFailed>(() => pipeline.RunAsync())).Message.ShouldContain("broken");
    }

    [Fact]
    public async Task A_reader_that_ends_early_is_no_fault_of_the_writer()
    {
        await using var pipeline = await Pipeline.StartAsync([new Command("yes", []), new Command("head", ["-n", "1"])], cancellation: Cancellation);

        (await new StreamReader(pipeline).ReadToEndAsync(Cancellation)).ShouldBe("y\n");
    }

    [Fact]
    public async Task What_is_cancelled_while_it_starts_is_only_cancelled_and_leaves_no_command()
    {
        for (var round = 0; round < 15; round++)
        {
            using var stop = new CancellationTokenSource();
            var started = Task.Run(() => Pipeline.StartAsync([.. Enumerable.Repeat(new Command("cat", []), 6)], new NeverEnding(), cancellation: stop.Token));
            // Each round at another moment of the start.
            for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalMilliseconds < round * 2; ) await Task.Yield();
            var cancelling = stop.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(async () =>
            {
                await using var pipeline = await started;
                await pipeline.RunAsync();
            });
            await cancelling;
        }
    }

    private sealed class NeverEnding : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
