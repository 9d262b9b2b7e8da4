using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>What the scripts of a run made so far.</summary>
internal sealed class KnownObjects
{
    private readonly List<SqlName> _earlier = [];
    private readonly List<(SqlName Name, bool IfNotExists)> _tables = [];
    private readonly HashSet<string> _indexes = [];
    private readonly HashSet<string> _dropped = [];
    private readonly HashSet<(string Table, string Column)> _columns = [];
    private readonly Dictionary<(string Table, string Constraint), string> _notNullChecks = [];
    private readonly HashSet<(string Table, string Column)> _provenNotNull = [];
    private readonly HashSet<(string Table, string Constraint)> _validated = [];

    /// <summary>Whether this script made the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="unlessThere">Whether one is there already, so that IF NOT EXISTS makes nothing.</param>
    public bool IsCreated(SqlName table, bool unlessThere = false) => _tables.Any(made => table.Matches(made.Name) && !(unlessThere && made.IfNotExists));

    /// <summary>Whether a script before this one made the table.</summary>
    public bool IsCreatedBefore(SqlName table) => _earlier.Any(table.Matches);

    /// <summary>Whether this script made the index, on a new table.</summary>
    public bool IsIndexOfNewTable(string index) => _indexes.Contains(index);

    /// <summary>Whether this script added the column.</summary>
    public bool IsAddedColumn(SqlName table, string column) => _columns.Contains((table.Name, column));

    /// <summary>Whether this script dropped such an object, if it existed: what makes it then can be repeated.</summary>
    public bool IsDroppedIfExists(string name) => _dropped.Contains(name);

    /// <summary>Whether a validated CHECK keeps the column from being null.</summary>
    public bool IsProvenNotNull(SqlName table, string column) => _provenNotNull.Contains((table.Name, column));

    /// <summary>Whether these scripts validated the constraint.</summary>
    public bool IsValidated(SqlName table, string constraint) => _validated.Contains((table.Name, constraint));

    /// <summary>Begins the next script: tables of the one before may be in use when it runs.</summary>
    public void NextScript()
    {
        _earlier.AddRange(_tables.Select(table => table.Name));
        _tables.Clear();
        _indexes.Clear();
        _columns.Clear();
        _dropped.Clear();
    }

    public void Add(Statement statement)
    {
        switch (statement)
        {
            case CreateTable table: _tables.Add((table.Table, table.IfNotExists)); break;
            case CreateIndex { Name: { } name } index when IsCreated(index.Table): _indexes.Add(name); break;
            case DropObjects { IfExists: true } drop: _dropped.UnionWith(drop.Names.Select(name => name.Name)); break;
            case AlterTable table:
                foreach (var action in table.Actions) Add(table.Table, action);
                break;
        }
    }

    private void Add(SqlName table, TableAction action)
    {
        switch (action)
        {
            case AddColumn add:
                _columns.Add((table.Name, add.Column.Name));
                break;
            case RenameTable rename when IsCreated(table):
                _tables.Add((table with { Name = rename.To }, IfNotExists: false));
                break;
            case DropConstraint { IfExists: true } drop:
                _dropped.Add(drop.Name);
                break;
            case AddConstraint { Constraint: { NotNullColumn: { } column } check }:
                if (!check.NotValid) _provenNotNull.Add((table.Name, column));
                else if (check.Name is { } name) _notNullChecks[(table.Name, name)] = column;
                break;
            case ValidateConstraint validate:
                _validated.Add((table.Name, validate.Name));
                if (_notNullChecks.TryGetValue((table.Name, validate.Name), out var checkedColumn)) _provenNotNull.Add((table.Name, checkedColumn));
                break;
        }
    }
}
