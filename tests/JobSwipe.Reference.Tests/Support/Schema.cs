using System.Reflection;
using System.Text;
using System.Text.Json;

namespace JobSwipe.Reference.Tests.Support;

/// <summary>Turns the catalog facts of production's schema, one table a line, into statements that make it again.</summary>
internal static class Schema
{
    public static string Sql()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("schema")!);
        var tables = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var sql = new StringBuilder();
        foreach (var table in tables) sql.AppendLine(Table(table));
        // Foreign keys come last: by then every table that one points at is there.
        foreach (var foreign in new[] { false, true })
            foreach (var table in tables)
                foreach (var constraint in Constraints(table).Where(one => one.Definition.StartsWith("FOREIGN", StringComparison.Ordinal) == foreign))
                    sql.AppendLine($"alter table {Name(table, "table")} add constraint \"{constraint.Name}\" {constraint.Definition};");
        foreach (var table in tables) sql.Append(Indexes(table));
        return sql.ToString();
    }

    public static string Seed()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("seed")!);
        return reader.ReadToEnd();
    }

    private static string Table(JsonElement table) =>
        $"create table {Name(table, "table")} (" + string.Join(", ", table.GetProperty("columns").EnumerateArray().Select(column =>
            $"{Name(column, "name")} {column.GetProperty("type").GetString()}{(column.GetProperty("not_null").GetBoolean() ? " not null" : "")}")) + ");";

    private static IEnumerable<(string Name, string Definition)> Constraints(JsonElement table) =>
        table.GetProperty("constraints").EnumerateArray().Select(one => (one.GetProperty("name").GetString()!, one.GetProperty("definition").GetString()!));

    private static string Indexes(JsonElement table)
    {
        var made = Constraints(table).Select(one => one.Name).ToHashSet();
        return string.Concat(table.GetProperty("indexes").EnumerateArray().Where(index => !made.Contains(index.GetProperty("name").GetString()!)).Select(index =>
            $"create {(index.GetProperty("unique").GetBoolean() ? "unique " : "")}index {Name(index, "name")} on {Name(table, "table")} " +
            $"({string.Join(", ", index.GetProperty("columns").EnumerateArray().Select(column => $"\"{column.GetString()}\""))});\n"));
    }

    private static string Name(JsonElement element, string property) => $"\"{element.GetProperty(property).GetString()}\"";
}
