namespace JobSwipe.Backups.Tests;

/// <summary>A database with a bit of everything that is easily lost or changed on the way.</summary>
public static class Seed
{
    public const string Sql = """"
        create type mood as enum ('sad', 'ok');
        create domain short as text check (length(value) < 10);
        create schema "Odd ""schema""";
        create table people (id bigint generated always as identity primary key, name short not null, mood mood, born date, seen timestamptz,
          pay numeric(20, 5), factor float8, tags text[], profile jsonb, raw json, photo bytea, wait interval);
        insert into people (name, mood, born, seen, pay, factor, tags, profile, raw, photo, wait)
        select 'n' || n, case when n % 2 = 0 then 'ok'::mood end, date '2000-01-01' + n, timestamptz '2026-01-01 12:00+02' + n * interval '1 min',
          n / 7.0, 1 / (n + 0.1::float8), array['a', null, 'b''"\'], jsonb_build_object('n', n, 'text', 'Grüße 👋'), '{"b": 1,  "a": 2}',
          decode(md5(n::text), 'hex'), n * interval '1 h'
        from generate_series(1, 2000) n;
        create table pairs (a int, b int);
        insert into pairs select 1, 1 from generate_series(1, 10);
        create table "Odd ""schema""".".*?" (id int primary key, person bigint references people (id) on delete cascade);
        insert into "Odd ""schema""".".*?" select n, n from generate_series(1, 500) n;
        create table measured (at date not null, value int) partition by range (at);
        create table measured_1 partition of measured for values from ('2026-01-01') to ('2026-07-01');
        create table measured_2 partition of measured for values from ('2026-07-01') to ('2027-01-01');
        insert into measured select date '2026-01-01' + n, n from generate_series(0, 364) n;
        create table empty (id int);
        create view adults as select * from people where born < '2005-01-01';
        create materialized view counts as select mood, count(*) from people group by mood;
        create sequence tickets; select setval('tickets', 42);
        create function touch() returns trigger language plpgsql as $$ begin new.seen := now(); return new; end $$;
        create trigger touch before insert or update on people for each row execute function touch();
        create index on people using gin (profile);
        create index people_born on people (born);
        alter table people cluster on people_born;
        create index on measured (value);
        select lo_from_bytea(0, 'large object');
        """";

    /// <summary>Makes a database with it.</summary>
    public static Task<DatabaseUrl> NewSeededAsync(this TestPostgres databases) => databases.NewFromAsync(Sql);

    /// <summary>What must be the same in a restored database, in one text.</summary>
    public static Task<string> FactsAsync(this DatabaseUrl url) => url.QueryAsync<string>(""""
        select concat_ws(' | ',
          (select count(*) || ' ' || md5(string_agg(p::text, '' order by id)) from people p),
          (select count(*) from pairs), (select sum(value) from measured), (select count(*) from counts), (select count(*) from adults),
          (select count(*) from "Odd ""schema""".".*?"),
          (select last_value from tickets), (select last_value from people_id_seq),
          (select string_agg(convert_from(lo_get(oid), 'UTF8'), ',') from pg_largeobject_metadata),
          (select string_agg(indexrelid::regclass || ' ' || indisvalid, ',' order by indexrelid::regclass::text) from pg_index join pg_class c on c.oid = indrelid where c.oid > 16384 and c.relkind <> 't'),
          (select string_agg(conname || pg_get_constraintdef(oid), ',' order by conname) from pg_constraint where oid > 16384),
          (select string_agg(indexrelid::regclass::text, ',') from pg_index where indisclustered),
          (select string_agg(tgname, ',') from pg_trigger where not tgisinternal))
        """");
}
