using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests;

public sealed class SchemaSnapshotTests(TestPostgres databases)
{
    private const string Everything = """
        create type mood as enum ('sad', 'ok'); create domain positive as int check (value > 0); create type pair as (a int, b text);
        create table parent (id bigint generated always as identity primary key, m mood default 'ok', p positive, at timestamptz default '2026-01-01 12:00+02', c text collate "C");
        create table child (id int references parent on delete cascade, u int unique, g int generated always as (u * 2) stored, check (u > 0)) with (fillfactor = 70);
        create table parts (k int) partition by range (k); create table part1 partition of parts for values from (1) to (10);
        create index child_u on child (u desc) where u > 5; create sequence s increment 5 cycle;
        create view v as select id, m from parent; create materialized view mv as select 1 as one;
        create function f(a int, b text default 'x') returns int language plpgsql as $$ begin return a; end $$;
        create procedure pr() language sql as 'select 1'; create aggregate total (int) (sfunc = int4pl, stype = int);
        create function tf() returns trigger language plpgsql as $$ begin return new; end $$;
        create trigger tg before insert on child for each row execute function tf(); alter table child disable trigger tg;
        create rule r as on delete to parts do instead nothing; create statistics st on u, g from child;
        alter table child enable row level security; create policy po on child for select using (u > 1);
        comment on table child is 'children'; comment on column child.u is 'you';
        """;

    private static readonly (string Change, string Line)[] Changes =
    [
        ("alter type mood add value 'fine'", "~ type public.mood"),
        ("alter domain positive set default 1", "~ type public.positive"),
        ("alter type pair add attribute c int", "~ type public.pair"),
        ("alter table parent alter c drop default, alter m set not null", "~ column public.parent.m"),
        ("alter table parent alter c type text collate \"POSIX\"", "~ column public.parent.c"),
        ("alter table child set (fillfactor = 80)", "~ table public.child"),
        ("alter table child set unlogged", "~ table public.child"),
        ("alter table child disable row level security", "~ table public.child"),
        ("alter table child drop constraint child_id_fkey", "- constraint public.child.child_id_fkey"),
        ("alter table child add constraint x check (u < 9) not valid", "+ constraint public.child.x"),
        ("drop index child_u; create index child_u on child (u)", "~ index public.child_u"),
        ("alter sequence s increment 6", "~ sequence public.s"),
        ("create or replace view v as select id, m, p from parent", "~ view public.v"),
        ("create or replace function f(a int, b text default 'x') returns int language plpgsql as $$ begin return b; end $$", "~ function public.f(a integer, b text)"),
        ("create or replace procedure pr() language sql as 'select 2'", "~ procedure public.pr()"),
        ("alter table child enable trigger tg", "~ trigger public.child.tg"),
        ("drop rule r on parts", "- rule public.parts.r"),
        ("alter policy po on child using (u > 2)", "~ policy public.child.po"),
        ("drop statistics st", "- statistics public.st"),
        ("comment on column child.u is null", "- comment on column public.child.u"),
        ("drop table part1", "- table public.part1"),
        ("create schema other", "+ schema other"),
        ("create extension pg_trgm", "+ extension pg_trgm"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_equal_databases_is_equal_and_so_are_their_dumps()
    {
        var (one, other) = (await databases.NewFromAsync(Everything), await databases.NewAsync());
        await other.ExecuteAsync(Everything);

        SchemaDifference.Between(await SchemaSnapshot.ReadAsync(one, Cancellation), await SchemaSnapshot.ReadAsync(other, Cancellation)).Lines().ShouldBeEmpty();
        (await DumpAsync(one)).ShouldBe(await DumpAsync(other));
    }

    [Fact]
    public async Task Shows_every_change()
    {
        var url = await databases.NewFromAsync(Everything);
        var before = await SchemaSnapshot.ReadAsync(url, Cancellation);
        foreach (var (change, line) in Changes)
        {
            await url.ExecuteAsync(change);
            var after = await SchemaSnapshot.ReadAsync(url, Cancellation);
            SchemaDifference.Between(before, after).Lines().ShouldContain(shown => shown.StartsWith(line), $"{change}: {line}");
            before = after;
        }
    }

    [Fact]
    public void Of_a_long_body_shows_only_what_differs()
    {
        var before = new SchemaSnapshot([new("function f()", "begin\n  a;\n  b;\nend")]);
        var after = new SchemaSnapshot([new("function f()", "begin\n  a;\n  c;\nend")]);

        SchemaDifference.Between(before, after).Lines().ShouldBe(["~ function f():", "    - b;", "    + c;"]);
    }

    [Fact]
    public async Task Verification_finds_what_nobody_journalled()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0004" }, cancellation: Cancellation);
        var clean = await SchemaVerification.RunAsync(url, databases.Cluster.Url, cancellation: Cancellation);
        await url.ExecuteAsync("create index by_hand on jobs (company)");

        var drifted = await SchemaVerification.RunAsync(url, databases.Cluster.Url, cancellation: Cancellation);

        clean.Lines().ShouldBeEmpty();
        drifted.Lines().ShouldBe(["+ index public.by_hand"]);
        (await databases.Cluster.Url.QueryAsync<long>("select count(*) from pg_database where datname like 'scratch_expected%'")).ShouldBe(0);
        await Should.ThrowAsync<SchemaNotJournalled>(async () => await SchemaVerification.RunAsync(await databases.NewAsync(), databases.Cluster.Url, cancellation: Cancellation));
    }

    private static async Task<string> DumpAsync(DatabaseUrl url) =>
        string.Join('\n', (await PostgresTools.Find().Command("pg_dump", "--schema-only", "--no-owner").With(url.ToEnvironment()).OutputAsync(Cancellation))
            .Split('\n').Where(line => !line.StartsWith('\\')));
}
