using JobSwipe.Migrations.Testing;

namespace JobSwipe.Migrations.Tests;

public sealed class MigrationTestTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proves_JobSwipes_scripts_on_an_empty_database_and_on_one_with_rows()
    {
        var seed = new MigrationSeed("seed.sql", "insert into users (id, email, password_hash) values (gen_random_uuid(), 'a', '');", "0001");

        var report = await MigrationTest.RunAsync(databases.Cluster.Url, seed, cancellation: Cancellation);

        (report.Scripts, report.Empty, report.Seeded).ShouldBe((7, 7, 6));
        (await databases.Cluster.Url.QueryAsync<long>("select count(*) from pg_database where datname ~ 'scratch_(empty|seeded)'")).ShouldBe(0);
    }

    [Fact]
    public async Task Names_the_undo_that_does_not_lead_back()
    {
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int);", "drop table a;")
            .With("0002_b", "alter table a add b int; create index on a (b);", "alter table a alter b set default 1;")
            .With("0003_c", "create table c (id int);", "drop table c;");

        var error = await Should.ThrowAsync<MigrationNotProved>(() => MigrationTest.RunAsync(databases.Cluster.Url, options: scripts.Options, cancellation: Cancellation));

        error.Problem.ShouldContain("empty database");
        error.Problem.ShouldContain("undo of 0002_b");
        error.Problem.ShouldContain("+ index public.a_b_idx");
    }

    [Fact]
    public async Task Names_the_script_that_makes_something_else_the_second_time()
    {
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int); insert into a values (1);", "drop table a;")
            .With("0002_b", "do $$ begin if exists (select from a) then alter table a add b int; else alter table a add b text; end if; end $$", "alter table a drop b; delete from a;");

        var error = await Should.ThrowAsync<MigrationNotProved>(() => MigrationTest.RunAsync(databases.Cluster.Url,
            new MigrationSeed("seed.sql", "select 1", "0001"), scripts.Options, cancellation: Cancellation));

        error.Problem.ShouldContain("seeded database");
        error.Problem.ShouldContain("0002_b makes another schema");
        error.Problem.ShouldContain("expected integer, place 2; found text, place 2");
    }

    [Fact]
    public async Task Runs_the_tests_of_scripts_on_the_database_with_rows()
    {
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int);", "drop table a;")
            .With("0002_b", "update a set id = id + 1;", "update a set id = id - 1;")
            .With("0002_b.test", "do $$ begin\n assert (select id from a) = 8, 'not one more';\nend $$");
        var seed = new MigrationSeed("seed.sql", "insert into a values (7);", "0001");

        (await MigrationTest.RunAsync(databases.Cluster.Url, seed, scripts.Options, cancellation: Cancellation)).Seeded.ShouldBe(1);
        var error = await Should.ThrowAsync<MigrationFailed>(() => MigrationTest.RunAsync(
            databases.Cluster.Url, seed with { Sql = "insert into a values (8);" }, scripts.Options, cancellation: Cancellation));

        (error.File, error.Message.Contains("not one more")).ShouldBe(("0002_b.test.sql", true));
    }

    [Fact]
    public async Task A_new_script_comes_with_an_undo_and_a_test_that_fails_until_it_is_written()
    {
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);", "drop table a;");

        var files = ScriptScaffold.Write(scripts.Options.ScriptsFolder!, " Add phone (to users)! ");

        files.Select(Path.GetFileName).ShouldBe(["0002_add_phone_to_users.sql", "0002_add_phone_to_users.undo.sql", "0002_add_phone_to_users.test.sql"]);
        ScriptSet.Load(scripts.Options.ScriptsFolder)[1].Header.Phase.ShouldBe(Phase.Expand);
        (await Should.ThrowAsync<MigrationFailed>(() => MigrationTest.RunAsync(databases.Cluster.Url, new MigrationSeed("seed.sql", "select 1", "0001"), scripts.Options, cancellation: Cancellation)))
            .Message.ShouldContain("say here what must hold after 0002_add_phone_to_users");
        Should.Throw<ScriptNotUsable>(() => ScriptScaffold.Write(scripts.Options.ScriptsFolder!, "!?")).Remedy.ShouldContain("--name");
    }
}
