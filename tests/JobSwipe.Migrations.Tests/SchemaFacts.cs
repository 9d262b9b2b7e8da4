using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests;

/// <summary>The catalog's facts of the schema public, in the form of jobswipe-schema.jsonl.</summary>
public static class SchemaFacts
{
    private const string Sql = """
        select string_agg(line, E'\n' order by name) from (
          select c.relname as name, json_build_object(
            'table', c.relname,
            'columns', (
              select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'not_null', a.attnotnull,
                'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
              from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
            'constraints', (
              select json_agg(json_build_object('name', conname, 'definition', pg_get_constraintdef(oid)) order by conname)
              from pg_constraint where conrelid = c.oid and contype <> 'n'),
            'indexes', (
              select json_agg(json_build_object('name', i.relname, 'unique', x.indisunique, 'columns', (
                select json_agg(pg_get_indexdef(x.indexrelid, k, true) order by k) from generate_series(1, x.indnkeyatts) k)) order by i.relname)
              from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid)
          )::text as line
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        ) tables
        """;

    public static async Task<string[]> ReadAsync(DatabaseUrl url) => (await url.QueryAsync<string?>(Sql) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Everything else in the database that is not a system's: sequences, views, functions, types, triggers, extensions, schemas.</summary>
    public static async Task<string[]> ReadOthersAsync(DatabaseUrl url) => await url.QueryAsync<string[]>("""
        select array(
          select 'schema ' || nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'delivery')
          union all select relkind::text || ' ' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i')
          union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
          union all select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typrelid = 0 and typelem = 0
          union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
          union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
          order by 1)
        """);
}
