using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Lint.Catalog;

/// <summary>The facts of a PostgreSQL database, read at once and kept.</summary>
public sealed class PostgresCatalog : ICatalog
{
    // reltuples is -1 before the first ANALYZE; then only an empty file tells anything.
    private const string TablesSql = """
        select c.oid, n.nspname, c.relname,
          case when c.reltuples >= 0 then c.reltuples::bigint when c.relkind = 'r' and pg_relation_size(c.oid) = 0 then 0 end,
          array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum),
          array(select format_type(atttypid, atttypmod) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum),
          array(select distinct a.attname::text from pg_index x
            join pg_attribute a on a.attrelid = x.indrelid and (a.attnum = any (x.indkey) or exists (
              select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = x.indexrelid and d.refobjid = x.indrelid and d.refobjsubid = a.attnum))
            where x.indrelid = c.oid and a.attnum > 0)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        order by array_position(current_schemas(false), n.nspname) nulls last, n.nspname
        """;

    private const string ConstraintsSql = """
        select conrelid, conname::text, pg_get_constraintdef(oid), convalidated,
          array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey))
        from pg_constraint where conrelid <> 0
        """;

    private const string IndexesSql = """
        select n.nspname::text, i.relname::text, x.indrelid
        from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
        """;

    private const string FunctionsSql = "select proname::text, bool_or(provolatile = 'v') from pg_proc group by 1";

    // The offset of both halves of the year: a zone with summer time is never UTC.
    private const string UtcSql = "select extract(timezone from timestamptz '2026-01-01') = 0 and extract(timezone from timestamptz '2026-07-01') = 0";

    private readonly List<TableFacts> _tables = [];
    private readonly List<(string Schema, string Name, TableFacts Table)> _indexes = [];
    private readonly Dictionary<string, bool> _functions = [];

    private PostgresCatalog(bool isUtc) => IsUtc = isUtc;

    /// <inheritdoc/>
    public bool IsUtc { get; }

    /// <summary>Reads a database. Changes nothing.</summary>
    /// <exception cref="JobSwipe.Tools.DeliveryError">It cannot be reached, see <see cref="DatabaseConnection.OpenAsync"/>.</exception>
    public static async Task<PostgresCatalog> ReadAsync(DatabaseUrl url, CancellationToken cancellation = default)
    {
        await using var connection = await url.OpenAsync(cancellation);
        var isUtc = false;
        await ForEachAsync(UtcSql, row => isUtc = row.GetBoolean(0));
        var catalog = new PostgresCatalog(isUtc);
        var constraints = new List<(uint Table, ConstraintFacts Facts)>();
        await ForEachAsync(ConstraintsSql, row => constraints.Add((row.GetFieldValue<uint>(0),
            new ConstraintFacts(row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetFieldValue<string[]>(4)))));
        var ofTable = constraints.ToLookup(constraint => constraint.Table, constraint => constraint.Facts);
        var byId = new Dictionary<uint, TableFacts>();
        await ForEachAsync(TablesSql, row =>
        {
            var id = row.GetFieldValue<uint>(0);
            var columns = row.GetFieldValue<string[]>(4).Zip(row.GetFieldValue<string[]>(5)).ToDictionary(pair => pair.First, pair => pair.Second);
            var table = new TableFacts(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt64(3), columns, [.. ofTable[id]], row.GetFieldValue<string[]>(6));
            byId[id] = table;
            catalog._tables.Add(table);
        });
        await ForEachAsync(IndexesSql, row =>
        {
            if (byId.TryGetValue(row.GetFieldValue<uint>(2), out var table)) catalog._indexes.Add((row.GetString(0), row.GetString(1), table));
        });
        await ForEachAsync(FunctionsSql, row => catalog._functions[row.GetString(0)] = row.GetBoolean(1));
        return catalog;

        async Task ForEachAsync(string sql, Action<NpgsqlDataReader> read)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) read(reader);
        }
    }

    /// <inheritdoc/>
    public TableFacts? Table(string? schema, string name) => _tables.FirstOrDefault(table => table.Name == name && (schema is null || table.Schema == schema));

    /// <inheritdoc/>
    public TableFacts? TableOfIndex(string? schema, string name) =>
        _indexes.Where(index => index.Name == name && (schema is null || index.Schema == schema)).Select(index => index.Table).FirstOrDefault();

    /// <inheritdoc/>
    public bool? IsVolatile(string function) => _functions.TryGetValue(function, out var isVolatile) ? isVolatile : null;
}
