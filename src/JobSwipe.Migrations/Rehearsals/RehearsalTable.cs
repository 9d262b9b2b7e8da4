using System.Globalization;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>A rehearsal for people.</summary>
public static class RehearsalTable
{
    /// <summary>A line for each statement, what it did below it, and the violations at the end.</summary>
    public static IEnumerable<string> Lines(RehearsalReport report)
    {
        yield return $"{report.Source}, at {report.From ?? "an empty journal"}, PostgreSQL {report.Server}: copied in {Seconds(report.CopySeconds)}, rehearsed in {Seconds(report.Seconds)}";
        foreach (var script in report.Scripts)
        {
            yield return $"{script.Name}  {script.Milliseconds,8:N0} ms";
            foreach (var statement in script.Statements)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"  {statement.Line,4}  {statement.Milliseconds,8:N0} ms  {statement.Sql}");
                foreach (var table in statement.Tables) yield return $"        {table.Table}: {What(table)}";
            }
            foreach (var held in script.Held) yield return string.Create(CultureInfo.InvariantCulture, $"        {held.Mode} on {held.Table} ({held.Rows:N0} rows) for {held.Milliseconds:N0} ms");
        }
        foreach (var violation in report.Violations) yield return $"NOT PASSED: {violation}";
        if (report.Passed) yield return $"passed: {report.Scripts.Count} scripts up, down and up again";
    }

    private static string What(TableChange table) => string.Join(", ", new[]
    {
        table.Rewritten ? "rewritten" : null,
        table.Emptied ? "emptied" : null,
        table.Scans > 0 ? $"{table.Scans} whole scans" : null,
        table.Changed > 0 ? string.Create(CultureInfo.InvariantCulture, $"{table.Changed:N0} rows changed") : null,
    }.OfType<string>());

    private static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
