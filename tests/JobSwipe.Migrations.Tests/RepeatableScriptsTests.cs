namespace JobSwipe.Migrations.Tests;

public sealed class RepeatableScriptsTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_after_the_others_and_again_when_their_text_changes()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("R__names", "create or replace view names as select a from t;", "drop view if exists names;")
            .With("0001_t", "create table t (a int, b int);", "drop table t;");

        var first = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        var second = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        scripts.With("R__names", "create or replace view names as select a, b from t;");
        var pending = (await Migrator.StatusAsync(url, scripts.Options, Cancellation)).Pending;
        var third = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        first.Applied.Select(script => script.Name).ShouldBe(["0001_t", "R__names"]);
        (first.Head, second.Applied.Count, third.Head).ShouldBe(("0001_t", 0, "0001_t"));
        pending.ShouldBe(["R__names"]);
        third.Applied.Select(script => script.Name).ShouldBe(["R__names"]);
        (await url.QueryAsync<long>("select count(b) from names")).ShouldBe(0);
        (await url.QueryAsync<string>("select string_agg(outcome, ' ' order by id) from delivery.journal where kind = 'repeatable'")).ShouldBe("replaced applied");
    }

    [Fact]
    public async Task Are_taken_back_before_what_they_stand_on()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_t", "create table t (a int);", "drop table t;")
            .With("0002_b", "alter table t add b int;", "alter table t drop b;")
            .With("R__names", "create or replace view names as select a, b from t;", "drop view if exists names;");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        var undone = await Migrator.UndoAsync(url, "0001", scripts.Options, cancellation: Cancellation);
        var again = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (string.Join(' ', undone.Applied.Select(script => script.Name)), undone.Head).ShouldBe(("R__names 0002_b", "0001_t"));
        again.Applied.Select(script => script.Name).ShouldBe(["0002_b", "R__names"]);
    }

    [Fact]
    public async Task May_go_without_a_word()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_t", "create table t (a int);").With("R__f", "create or replace function f() returns int language sql return 1;");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        scripts.Remove("R__f");

        (await Migrator.StatusAsync(url, scripts.Options, Cancellation)).Disagrees.ShouldBeFalse();
    }
}
