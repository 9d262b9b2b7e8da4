using System.Data;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Engine.Transactions;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>A script as DbUp carries it.</summary>
internal sealed class DbUpScript(ScriptRun run, int place) : SqlScript(run.Name, run.Script.Sql)
{
    /// <summary>How many come before it in this run.</summary>
    public int Place { get; } = place;
}

/// <summary>DbUp's script provider: the scripts that may run, from wherever they were read.</summary>
internal sealed class DbUpScripts(IEnumerable<ScriptRun> runs) : IScriptProvider
{
    public IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager) => runs.Select((run, place) => new DbUpScript(run, place));
}

/// <summary>DbUp's journal: what it is asked is answered from what was read under the lock; rows are written by <see cref="DbUpExecutor"/>, with their scripts.</summary>
internal sealed class DbUpJournal(IEnumerable<string> applied) : IJournal
{
    public string[] GetExecutedScripts() => [.. applied];

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory) =>
        throw new NotSupportedException("A row is written in the transaction of its script.");

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        // Done under the lock, before DbUp begins.
    }
}

/// <summary>DbUp's executor: a script and its journal row commit together, and small scripts go to the server together. DbUp's own would split them, and knows no script without a transaction.</summary>
internal sealed class DbUpExecutor(ScriptRunner runner, IReadOnlyList<ScriptRun> runs, List<AppliedScript> applied, Action<string> say, CancellationToken cancellation) : IScriptExecutor
{
    public int? ExecutionTimeoutSeconds { get; set; }

    public void Execute(SqlScript script) => Execute(script, null);

    public void Execute(SqlScript script, IDictionary<string, string>? variables)
    {
        var place = ((DbUpScript)script).Place;
        // One before it took it along.
        if (place < applied.Count) return;
        // DbUp is synchronous and runs on a thread of its own here.
        runner.RunAsync([.. runs.Skip(place)], done =>
        {
            applied.Add(done);
            say($"{done.Name} applied in {done.Milliseconds:0} ms");
        }, cancellation).GetAwaiter().GetResult();
    }

    public void VerifySchema()
    {
        // The journal made its schema; scripts name theirs.
    }
}

/// <summary>DbUp's connection manager: one open connection, whose transactions the executor manages.</summary>
internal sealed class DbUpConnection(NpgsqlConnection connection) : IConnectionManager, IDisposable
{
    public TransactionMode TransactionMode { get; set; } = TransactionMode.NoTransaction;

    public bool IsScriptOutputLogged { get; set; }

    public int? ExecutionTimeoutSeconds { get; set; }

    public IDisposable OperationStarting(IUpgradeLog upgradeLog, List<SqlScript> executedScripts) => this;

    public void ExecuteCommandsWithManagedConnection(Action<Func<IDbCommand>> action) => action(connection.CreateCommand);

    public T ExecuteCommandsWithManagedConnection<T>(Func<Func<IDbCommand>, T> actionWithResult) => actionWithResult(connection.CreateCommand);

    public IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => Sql.SqlStatement.Split(scriptContents).Select(statement => statement.Text);

    public bool TryConnect(IUpgradeLog upgradeLog, out string errorMessage)
    {
        errorMessage = "";
        return true;
    }

    public void Dispose()
    {
        // An operation has ended; the connection goes on.
    }
}
