using JobSwipe.Backups.Databases;

namespace JobSwipe.Backups;

/// <summary>Which tables' rows get an archive of their own.</summary>
/// <param name="Own">Those, largest first, with the names of their archives and whether their rows are short.</param>
internal sealed record BackupPlan(IReadOnlyList<(TableName Table, string Archive, bool IsNarrow)> Own)
{
    /// <summary>Decides by size: a small table costs more in a process of its own than it saves.</summary>
    public static BackupPlan Of(IEnumerable<TableSize> tables, BackupOptions options) => new(
    [
        .. tables.Where(table => table.Bytes > options.SplitAbove).OrderByDescending(table => table.Bytes).Take(options.MaxSplit)
            .Select((table, number) => (table.Table, BackupLayout.Table(number + 1, table.Table), table.IsNarrow)),
    ]);

    /// <summary>The archive that holds a table's rows.</summary>
    public string ArchiveOf(TableName table) => Own.FirstOrDefault(own => own.Table == table).Archive ?? BackupLayout.Main;

    /// <summary>The runs of pg_dump, largest first so that the longest one does not begin last.</summary>
    public IEnumerable<(string Name, ObjectKind Kind, PgDumpSettings Dump, bool IsNarrow)> Archives(string snapshot) =>
    [
        .. Own.Select(own => (own.Archive, ObjectKind.Table, new PgDumpSettings { Snapshot = snapshot, OnlyRowsOf = own.Table }, own.IsNarrow)),
        (BackupLayout.Main, ObjectKind.Main, new PgDumpSettings { Snapshot = snapshot, WithoutRowsOf = [.. Own.Select(own => own.Table)] }, false),
    ];
}
