using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class OutputBufferTests
{
    [Fact]
    public async Task Gives_what_stdbuf_would_and_the_program_runs_with_it()
    {
        var buffered = await OutputBuffer.FindAsync(TestContext.Current.CancellationToken);

        if (buffered.Count == 0) Assert.Skip("not run: stdbuf of GNU coreutils is not on this machine");
        (await new Command("printenv", ["_STDBUF_O"]).With(buffered).OutputAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe("262144");
        // The library that changes the size is there and loads: a linker that cannot would complain on standard error.
        File.Exists(buffered["LD_PRELOAD"]).ShouldBeTrue();
    }
}
