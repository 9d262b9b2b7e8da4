namespace JobSwipe.Migrations.Schemas;

/// <summary>In what two schemas differ.</summary>
/// <param name="Missing">Expected and not there.</param>
/// <param name="Unexpected">There and not expected.</param>
/// <param name="Changed">There with another definition: the object, what was expected, what is there.</param>
public sealed record SchemaDifference(
    IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<(string Object, string Expected, string Actual)> Changed)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Missing.Count + Unexpected.Count + Changed.Count == 0;

    /// <summary>Compares two schemas.</summary>
    public static SchemaDifference Between(SchemaSnapshot expected, SchemaSnapshot actual) => new(
        Whole(expected.Objects.Keys.Where(key => !actual.Objects.ContainsKey(key))),
        Whole(actual.Objects.Keys.Where(key => !expected.Objects.ContainsKey(key))),
        [.. expected.Objects.Where(item => actual.Objects.TryGetValue(item.Key, out var other) && other != item.Value).Select(item => (item.Key, item.Value, actual.Objects[item.Key]))]);

    /// <summary>The difference for people, a line each: <c>-</c> is missing, <c>+</c> is there and not expected, <c>~</c> is another one.</summary>
    public IReadOnlyList<string> Lines() =>
    [
        .. Missing.Select(name => $"- {name}"),
        .. Unexpected.Select(name => $"+ {name}"),
        .. Changed.SelectMany(Change),
    ];

    private static IEnumerable<string> Change((string Object, string Expected, string Actual) change)
    {
        var (expected, actual) = (change.Expected.Split('\n'), change.Actual.Split('\n'));
        if (expected.Length == 1 && actual.Length == 1) return [$"~ {change.Object}: expected {change.Expected}; found {change.Actual}"];
        // Of a long body only what differs is worth reading.
        return [$"~ {change.Object}:", .. expected.Except(actual).Select(line => $"    - {line.Trim()}"), .. actual.Except(expected).Select(line => $"    + {line.Trim()}")];
    }

    // A table that is not there need not be followed by all of its columns.
    private static IReadOnlyList<string> Whole(IEnumerable<string> keys)
    {
        var all = keys.ToList();
        var tables = all.Where(key => key.StartsWith("table ", StringComparison.Ordinal)).Select(key => key["table ".Length..] + ".").ToArray();
        return [.. all.Where(key => !tables.Any(table => key[(key.IndexOf(' ') + 1)..].StartsWith(table, StringComparison.Ordinal)))];
    }
}
