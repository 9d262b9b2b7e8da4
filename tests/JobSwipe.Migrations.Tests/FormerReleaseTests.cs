using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

/// <summary>The reference service was written for the baseline's schema: it is the release before every script after it.</summary>
public sealed class FormerReleaseTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Works_on_the_schema_that_the_expanding_scripts_make()
    {
        var report = await RehearseAsync(new MigrationOptions());

        report.Pending.Select(script => script.Name[..4]).ShouldBe(["0002", "0003", "0004", "0005", "0006", "0007"]);
        report.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_seen_to_fail_on_a_schema_that_breaks_it()
    {
        using var scripts = new ScriptFolder().With("0001_baseline", ScriptSet.Load()[0].Sql, ScriptSet.Load()[0].Undo)
            .With("0002_rename", "alter table jobs rename column title to heading;", "alter table jobs rename column heading to title;");

        var violation = (await RehearseAsync(scripts.Options)).Violations.ShouldHaveSingleItem();
        violation.ShouldContain("the release before does not work on the new schema");
        violation.ShouldEndWith("Split the change: expand now, and contract when no release needs the old shape any more.");
    }

    [Fact]
    public async Task That_is_not_asked_is_said_to_be_not_run()
    {
        using var contract = new ScriptFolder().With("0001_baseline", ScriptSet.Load()[0].Sql, ScriptSet.Load()[0].Undo)
            .With("0002_drop", "-- phase: contract\n-- lint: allow drop-column because a test\nalter table jobs drop column source;", "alter table jobs add column source text;");
        using var nothing = new ScriptFolder().With("0001_baseline", ScriptSet.Load()[0].Sql, ScriptSet.Load()[0].Undo);
        var said = new List<string>();

        await RehearseAsync(contract.Options, said.Add);
        await RehearseAsync(nothing.Options, said.Add);

        said.Where(line => line.StartsWith("not run", StringComparison.Ordinal)).ShouldBe(
        [
            "not run: the release before on the new schema, for 0002_drop takes away what it may need",
            "not run: the release before on the new schema, for nothing is pending",
        ]);
    }

    [Fact]
    public async Task That_does_not_start_says_why()
    {
        var broken = Started("echo no such variable: FEED_URL >&2; exit 3");

        var error = await Should.ThrowAsync<FormerReleaseBroken>(() => broken.SmokeAsync(databases.Cluster.Url, Cancellation));

        error.Problem.ShouldContain("ended with 3: no such variable: FEED_URL");
    }

    [Fact]
    public async Task That_never_answers_is_given_up_and_ended_with_its_children()
    {
        using var folder = TemporaryFolder.Create();
        var hung = Started($"sleep 1000 & echo $! > '{folder.Path}/child'; wait") with { Patience = TimeSpan.FromMilliseconds(100) };

        (await Should.ThrowAsync<FormerReleaseBroken>(() => hung.SmokeAsync(databases.Cluster.Url, Cancellation))).Problem.ShouldContain("refused");

        var child = File.ReadAllText(Path.Combine(folder.Path, "child")).Trim();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (IsRunning(child)) await Task.Delay(20, patience.Token);
    }

    private async Task<RehearsalReport> RehearseAsync(MigrationOptions options, Action<string>? say = null)
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, options with { To = "0001" }, cancellation: Cancellation);
        await url.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "seed.sql"), Cancellation));
        return await MigrationRehearsal.RunAsync(_ => Task.FromResult(new RehearsalCopy(url, "the seed")), options, former: Started(Reference).SmokeAsync, say: say, cancellation: Cancellation);
    }

    // An orphan that has ended keeps its number until somebody asks how.
    private static bool IsRunning(string id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Reference => $"unset JOBSWIPE_FAULT; SECRET_KEY=0123456789abcdef-not-printed APP_VERSION=1.2.3 APP_COMMIT=abc exec '{Path.Combine(AppContext.BaseDirectory, "JobSwipe.Reference")}'";

    private static FormerRelease Started(string command) => new(command, SmokePlan.Load(Path.Combine(AppContext.BaseDirectory, "smoke.json")));
}
