using System.Globalization;
using JobSwipe.Migrations.Rehearsals;

namespace JobSwipe.Reports.Sections;

/// <summary>What the pending migrations did to a copy of the data: time, locks, rewrites.</summary>
public static class MigrationSection
{
    /// <summary>The section.</summary>
    /// <param name="report">The newest rehearsal; null when there was none.</param>
    public static Section Of(RehearsalReport? report)
    {
        if (report is null) return new Section("migrations", "Migrations", "No migration was rehearsed yet: ./build.sh MigrateRehearse.");
        var locks = report.Scripts.SelectMany(script => script.Held.Select(held => (script.Name, Lock: held))).ToArray();
        var longest = locks.Where(item => item.Lock.Mode == "AccessExclusiveLock").Select(item => item.Lock.Milliseconds).DefaultIfEmpty(0).Max();
        var rewrites = report.Scripts.SelectMany(script => script.Statements).SelectMany(statement => statement.Tables).Count(table => table.Rewritten && table.Rows > report.Limits.LargeTableRows);
        return new Section("migrations", "Migrations", report.Passed
            ? $"{report.Scripts.Count} scripts went up, down and up again on {report.Source}, PostgreSQL {report.Server}."
            : $"The rehearsal on {report.Source} did not pass: {string.Join("; ", report.Violations)}")
        {
            Figures =
            [
                new("scripts rehearsed", $"{report.Scripts.Count} of {report.Pending.Count}", "all", report.Scripts.Count == report.Pending.Count && report.Passed),
                new("longest time that a table could not be read", Milliseconds(longest), $"under {Milliseconds(report.Limits.LongestAccessExclusive.TotalMilliseconds)} on large tables", longest <= report.Limits.LongestAccessExclusive.TotalMilliseconds ? true : null),
                new("large tables written anew", $"{rewrites}", $"at most {report.Limits.LargeRewrites}", rewrites <= report.Limits.LargeRewrites),
                new("time to copy, and to rehearse", $"{Seconds(report.CopySeconds)} + {Seconds(report.Seconds)}"),
            ],
            Plots = [new("Time of each script, ms", [.. report.Scripts.Select(script => script.Name[..Math.Min(4, script.Name.Length)])], new Series("time", [.. report.Scripts.Select(script => (double?)script.Milliseconds)]))],
            Tables =
            [
                new Table("Locks stronger than an ordinary write's", ["Script", "Table", "Lock", "Held", "Rows"],
                    [.. locks.Select(item => (IReadOnlyList<string>)[item.Name, item.Lock.Table, item.Lock.Mode, Milliseconds(item.Lock.Milliseconds), item.Lock.Rows.ToString("N0", CultureInfo.InvariantCulture)])]),
            ],
        };
    }

    private static string Milliseconds(double value) => value.ToString("N0", CultureInfo.InvariantCulture) + " ms";

    private static string Seconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
