using System.Text.RegularExpressions;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

/// <summary>The reference service was written for the baseline's schema: it is the release before every script after it.</summary>
public sealed partial class FormerReleaseTests(TestPostgres databases)
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

        (await RehearseAsync(scripts.Options)).Violations.ShouldHaveSingleItem().ShouldContain("the release before does not work on the new schema");
    }

    private async Task<RehearsalReport> RehearseAsync(MigrationOptions options)
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, options with { To = "0001" }, cancellation: Cancellation);
        await url.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "seed.sql"), Cancellation));
        return await MigrationRehearsal.RunAsync(_ => Task.FromResult(new RehearsalCopy(url, "the seed")), options, former: SmokeAsync, cancellation: Cancellation);
    }

    private static async Task SmokeAsync(DatabaseUrl url, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        var plan = SmokePlan.Load(Path.Combine(AppContext.BaseDirectory, "smoke.json")) with { Browser = [] };
        await using var service = RunningCommand.Start(new Command(Path.Combine(AppContext.BaseDirectory, "JobSwipe.Reference"))
        {
            Environment = new Dictionary<string, string?>
            {
                ["DATABASE_URL"] = url.ToUrlWithPassword(), ["SECRET_KEY"] = "0123456789abcdef-not-printed", ["PORT"] = "0", ["APP_VERSION"] = "1.2.3", ["APP_COMMIT"] = "abc",
                ["JOBSWIPE_FAULT"] = null,
            },
        });
        var address = new TaskCompletionSource<Uri>();
        var output = service.ReadOutputAsync(line => { if (Listening().Match(line) is { Success: true } match) address.TrySetResult(new Uri(match.Value)); });
        if (await Task.WhenAny(address.Task, output) == output) throw new DeliveryError($"The service ended: {await output}", "");
        var report = await SmokeTest.RunAsync(plan, await address.Task, "1.2.3", folder.Path, TimeSpan.FromSeconds(10), cancellation: cancellation);
        if (!report.Passed) throw new DeliveryError(string.Join("; ", report.Checks.Where(check => check.Failure is not null).Select(check => $"{check.Name}: {check.Failure}")), "");
    }

    [GeneratedRegex(@"http://[0-9.]+:\d+")]
    private static partial Regex Listening();
}
