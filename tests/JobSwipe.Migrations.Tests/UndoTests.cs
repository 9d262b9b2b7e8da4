namespace JobSwipe.Migrations.Tests;

public sealed class UndoTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_scripts_back_newest_first_and_keeps_their_rows_for_the_record()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int);", "drop table a;")
            .With("0002_b", "alter table a add b int;", "alter table a drop b;")
            .With("0003_c", "-- transaction: none\ncreate index concurrently c on a (b);", "-- transaction: none\ndrop index concurrently if exists c;");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        var report = await Migrator.UndoAsync(url, "0001", scripts.Options, cancellation: Cancellation);

        report.Applied.Select(script => script.Name).ShouldBe(["0003_c", "0002_b"]);
        report.Head.ShouldBe("0001_a");
        (await url.QueryAsync<long>("select count(*) from delivery.journal where outcome = 'undone' and undone_at is not null")).ShouldBe(2);
        (await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation)).Head.ShouldBe("0003_c");
    }

    [Fact]
    public async Task Undoes_nothing_when_one_of_them_has_no_undo()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "create table b (id int);", "drop table b;");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        var error = await Should.ThrowAsync<UndoMissing>(() => Migrator.UndoAsync(url, "0000", scripts.Options, cancellation: Cancellation));

        error.Remedy.ShouldContain("0001_a.undo.sql");
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0002_b");
    }

    [Fact]
    public async Task An_undo_that_failed_half_way_is_finished_before_anything_else()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);", "-- transaction: none\nselect 1 / (select count(*) from a);\ndrop table if exists a;");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        await Should.ThrowAsync<MigrationFailed>(() => Migrator.UndoAsync(url, "0", scripts.Options, cancellation: Cancellation));

        (await Should.ThrowAsync<UndoInterrupted>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation))).Problem.ShouldContain("0001_a");
        await url.ExecuteAsync("insert into a values (1)");
        await Migrator.UndoAsync(url, "0", scripts.Options, cancellation: Cancellation);

        (await Migrator.HeadAsync(url, Cancellation)).ShouldBeNull();
    }
}
