namespace JobSwipe.Backups.Tests;

public sealed class ReplaceConfirmationTests
{
    [Fact]
    public void Asks_for_the_name_and_goes_on_only_with_it()
    {
        Should.NotThrow(() => ReplaceConfirmation.Require("jobs", true, null, _ => "jobs"));
        Should.Throw<ReplaceNotConfirmed>(() => ReplaceConfirmation.Require("jobs", true, null, _ => "yes")).Problem.ShouldContain("'yes'");
        Should.Throw<ReplaceNotConfirmed>(() => ReplaceConfirmation.Require("jobs", true, null, _ => null));
    }

    [Fact]
    public void Asks_nobody_without_a_terminal_or_need()
    {
        Should.Throw<ReplaceNotConfirmed>(() => ReplaceConfirmation.Require("jobs", true, null, null)).Remedy.ShouldContain("--confirm-database jobs");
        Should.NotThrow(() => ReplaceConfirmation.Require("jobs", true, "jobs", null));
        Should.NotThrow(() => ReplaceConfirmation.Require("jobs", false, null, _ => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_rate_tells_the_time_left_until_the_estimate_is_passed()
    {
        BackupRate.Line(new BackupProgress("x", 100_000_000, 1, 300_000_000), TimeSpan.FromSeconds(2), "backed up").ShouldBe("100 MB backed up, 50.0 MB/s, 33 %, about 4 s left");
        BackupRate.Line(new BackupProgress("x", 400_000_000, 1, 300_000_000), TimeSpan.FromSeconds(2), "backed up").ShouldBe("400 MB backed up, 200.0 MB/s");
    }
}
