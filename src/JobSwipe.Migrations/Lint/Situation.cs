using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>What is known when a statement comes: the transaction, the settings, what earlier statements made, what the database holds.</summary>
internal sealed class Situation(LintScript script, LintHeader header, LintSettings settings, KnownObjects known, ICatalog? catalog)
{
    private readonly HashSet<string> _saidOnce = [];
    private Span? _begin;

    public ICatalog? Catalog => catalog;

    public KnownObjects Known => known;

    /// <summary>Whether the runner's own transaction is around the script.</summary>
    public bool InRunnersTransaction { get; } = settings.RunnerTransaction && !header.NoTransaction;

    /// <summary>Where BEGIN stands, while its transaction is open.</summary>
    public Span? OpenedAt => _begin;

    public bool InTransaction => InRunnersTransaction || _begin is not null;

    public bool HasLockTimeout { get; private set; } = settings.RunnerTimeouts && !header.NoLockTimeout;

    // "statement-timeout: none" was written by somebody who thought about it.
    public bool HasStatementTimeout { get; private set; } = settings.RunnerTimeouts;

    /// <summary>A table that is locked since earlier in this transaction, so that at least writes wait; null when none is.</summary>
    public SqlName? HeldLock { get; private set; }

    /// <summary>Whether a release may run that knows only the schema of before: not after the contract phase begins, and an undo goes back to it.</summary>
    public bool HasOldClients => !header.IsContract && !script.IsUndo;

    /// <summary>Whether the table was made by these scripts, so that nobody uses it yet.</summary>
    public bool IsNew(SqlName table) => known.IsCreated(table, unlessThere: Facts(table) is not null) || (catalog is not null && known.IsCreatedBefore(table) && Facts(table) is null);

    /// <summary>Whether a lock on the table hurts nobody: it is new, or the database says that it is small.</summary>
    public bool IsQuiet(SqlName table) => IsNew(table) || IsSmall(Facts(table));

    public bool IsSmall(TableFacts? table) => table?.Rows is { } rows && rows <= settings.SmallTable;

    public TableFacts? Facts(SqlName table) => catalog?.Table(table.Schema, table.Name);

    /// <summary>True the first time that a rule asks in a script.</summary>
    public bool FirstTime(string rule) => _saidOnce.Add(rule);

    /// <summary>Whether a statement makes others wait on a table that is in use; the first such table.</summary>
    public SqlName? LocksInUse(Statement statement) =>
        Locks.Of(statement).Where(table => table is null || !IsQuiet(table.Value)).Select(table => table ?? new SqlName(null, "", default)).Cast<SqlName?>().FirstOrDefault();

    /// <summary>Comes to a statement: outside transactions, locks of the one before are gone.</summary>
    public void Reach(Statement statement)
    {
        if (!InTransaction && !statement.InBlock) HeldLock = null;
    }

    /// <summary>Notes what a statement changed.</summary>
    public void Follow(Statement statement)
    {
        switch (statement)
        {
            case TransactionControl { Step: TransactionStep.Begin, InBlock: false }: _begin ??= statement.Span; break;
            case TransactionControl { Step: not TransactionStep.Begin }:
                if (!statement.InBlock) _begin = null;
                HeldLock = null;
                break;
            case SetVariable { Name: "lock_timeout" } set: HasLockTimeout = IsLimit(set.Value); break;
            case SetVariable { Name: "statement_timeout" } set: HasStatementTimeout = IsLimit(set.Value); break;
            default:
                if ((InTransaction || statement.InBlock) && LocksInUse(statement) is { } table) HeldLock ??= table;
                break;
        }
        known.Add(statement);
    }

    // 0 is no limit, and so is what an unknown server default says.
    private static bool IsLimit(string value) => value.TrimStart('\'').Trim() is not ("0" or "default" or "");
}
