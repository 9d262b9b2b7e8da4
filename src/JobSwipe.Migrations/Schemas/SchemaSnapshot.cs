using System.Reflection;
using JobSwipe.Migrations.Running;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Schemas;

/// <summary>
/// What a database is made of, as its catalog says it: every object with its definition. Owners, grants and rows are not part of it, nor are the
/// journals (<c>delivery</c>, DbUp's, Alembic's), extensions' own objects and the system's.
/// </summary>
public sealed class SchemaSnapshot
{
    private static readonly Lazy<string> Query = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema-snapshot")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    internal SchemaSnapshot(IEnumerable<KeyValuePair<string, string>> objects) =>
        Objects = new SortedDictionary<string, string>(new Dictionary<string, string>(objects), StringComparer.Ordinal);

    /// <summary>Definitions by object, such as <c>column public.jobs.title</c>.</summary>
    public IReadOnlyDictionary<string, string> Objects { get; }

    /// <summary>Reads a database.</summary>
    /// <exception cref="DatabaseUnreachable">As every error of opening it.</exception>
    public static async Task<SchemaSnapshot> ReadAsync(DatabaseUrl url, CancellationToken cancellation = default)
    {
        await using var connection = await url.OpenAsync(cancellation, builder => builder.WithPlainTypes());
        // With an empty path every name is written with its schema; the time zone and the format of dates show in defaults. Compiling this query would take longer than running it.
        await using (var settings = new NpgsqlCommand("set search_path = ''; set timezone = 'UTC'; set datestyle = 'ISO'; set jit = off", connection))
            await settings.ExecuteNonQueryAsync(cancellation);
        await using var command = new NpgsqlCommand(Query.Value, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var objects = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation)) objects[reader.GetString(0)] = reader.GetString(1);
        return new SchemaSnapshot(objects);
    }

    /// <summary>The same without some objects.</summary>
    internal SchemaSnapshot Without(IReadOnlySet<string> objects) => new(Objects.Where(item => !objects.Contains(item.Key)));
}
