using JobSwipe.Migrations.Sql;
using JobSwipe.Tools;
using Npgsql;

namespace JobSwipe.Migrations;

/// <summary>PostgreSQL refused a statement of a script.</summary>
public sealed class MigrationFailed : DeliveryError
{
    private MigrationFailed(string file, SqlPlace place, PostgresException error, bool rolledBack)
        : base(
            $"{file}:{place.Line}:{place.Column}: {error.MessageText} ({error.SqlState}){Detail(error)}",
            rolledBack
                ? "The script was rolled back and the database is as it was before it. Correct the script and run again."
                : "The script runs without a transaction: what stands before this statement is done. Correct it and run again; it starts again from its first statement.",
            error)
    {
        File = file;
        (Line, Column) = (place.Line, place.Column);
        SqlState = error.SqlState;
    }

    /// <summary>The script's file name.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>PostgreSQL's error code (documentation, appendix A).</summary>
    public string SqlState { get; }

    internal static MigrationFailed At(string file, string script, SqlStatement? statement, PostgresException error, bool rolledBack)
    {
        // The server counts characters of the statement from 1; 0 is no position.
        var offset = (statement?.Offset ?? 0) + Math.Max(0, error.Position - 1);
        return new MigrationFailed(file, SqlPlace.Of(script, offset), error, rolledBack);
    }

    private static string Detail(PostgresException error) => string.Concat(
        new[] { error.Detail, error.Hint, error.Where?.Split('\n')[0] }.OfType<string>().Select(line => $"{Environment.NewLine}    {line}"));
}
