using JobSwipe.Backups.Streams;

namespace JobSwipe.Backups;

/// <summary>
/// In which pieces keys and indexes are made. pg_restore does it one after the other when it reads from a pipe; those of a large table are as much work as
/// its rows, and can be made as soon as these are there.
/// </summary>
/// <param name="Own">Of each table with an archive of its own.</param>
/// <param name="Others">Keys and indexes of the tables in the main archive.</param>
/// <param name="Rest">What needs more than one table or is not worth a place of its own: foreign keys, triggers, policies, materialized views, …</param>
internal sealed record RestorePlan(IReadOnlyDictionary<TableName, TableIndexes> Own, IReadOnlyList<int> Others, IReadOnlyList<int> Rest)
{
    /// <summary>Plans by what needs what.</summary>
    public static RestorePlan Of(DumpContents contents, IReadOnlyCollection<TableName> own)
    {
        var entries = contents.Entries.ToDictionary(entry => entry.Number);
        var late = contents.Entries.Where(entry => entry.Section == DumpSection.PostData).ToArray();
        var byTable = late.ToLookup(TableOf);
        return new RestorePlan(
            own.ToDictionary(table => table, table => TableIndexes.Of([.. byTable[table]])),
            Numbers(late.Where(entry => TableOf(entry) is { } table && !own.Contains(table))),
            Numbers(byTable[null]));

        // The one table that a key or an index is of, and whose rows are all that it waits for.
        TableName? TableOf(DumpEntry entry)
        {
            if (entry.Kind is not ("INDEX" or "CONSTRAINT")) return null;
            var needs = entry.Needs.Distinct().Select(entries.GetValueOrDefault).OfType<DumpEntry>().ToArray();
            // That of a partition names the one of the whole, which only the attaching needs.
            return !needs.Any(need => need.Section == DumpSection.PostData && need.Kind is not ("INDEX" or "CONSTRAINT")) && needs.Where(need => need.Kind == "TABLE").ToArray() is [var table] ? table.Name : null;
        }
    }

    private static int[] Numbers(IEnumerable<DumpEntry> entries) => [.. entries.Select(entry => entry.Number)];
}

/// <summary>The keys and indexes of a table.</summary>
/// <param name="Locking">Those whose SQL locks the table against all others; made one after the other, while nothing else is done with it.</param>
/// <param name="Beside">Those that can be made beside each other, the slow ones first.</param>
internal sealed record TableIndexes(IReadOnlyList<int> Locking, IReadOnlyList<int> Beside)
{
    internal static TableIndexes Of(IReadOnlyList<DumpEntry> entries) => new(
        [.. entries.Where(Locks).Select(entry => entry.Number)],
        [.. entries.Where(entry => !Locks(entry)).OrderBy(entry => entry.Definition.Contains(" USING btree (")).Select(entry => entry.Number)]);

    // An index may be followed by the ALTER TABLE that makes it the replica identity or the order of the table.
    private static bool Locks(DumpEntry entry) => entry.Kind != "INDEX" || entry.Definition.Contains("\nALTER ");
}
