using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>Whether a change of type leaves the rows as they are (ATColumnChangeRequiresRewrite in PostgreSQL's tablecmds.c).</summary>
internal static class TypeChange
{
    public static bool IsFree(Situation at, SqlName table, ChangeType change)
    {
        if (at.Facts(table) is not { } facts) return false;
        if (at.IsSmall(facts)) return true;
        if (change.HasUsing || !facts.Columns.TryGetValue(change.Column, out var old) || SqlType.Read(old) is not { } from) return false;
        // A CHECK on the column is held against every row again.
        if (facts.Constraints.Any(constraint => constraint.Definition.StartsWith("CHECK", StringComparison.Ordinal) && constraint.Columns.Contains(change.Column))) return false;
        return IsFree(from, change.Type, at.Catalog!, facts.Indexed.Contains(change.Column));
    }

    private static bool IsFree(SqlType from, SqlType to, ICatalog catalog, bool isIndexed) => (from.Name, to.Name) switch
    {
        _ when from.IsArray != to.IsArray => false,
        ("varchar", "text") or ("text", "varchar") when to.Modifiers.Length == 0 => true,
        ("varchar", "varchar") or ("varbit", "varbit") or ("timestamp", "timestamp") or ("timestamptz", "timestamptz") or ("time", "time") => Widens(from, to),
        ("numeric", "numeric") => to.Modifiers.Length == 0 || (from.Modifiers.Length > 0 && Digits(to).Precision >= Digits(from).Precision && Digits(to).Scale == Digits(from).Scale),
        ("timestamp", "timestamptz") or ("timestamptz", "timestamp") => catalog.IsUtc && !isIndexed && Widens(from, to),
        ("cidr", "inet") => true,
        _ => from.ToString() == to.ToString(),
    };

    private static bool Widens(SqlType from, SqlType to) =>
        to.Modifiers.Length == 0 || (int.TryParse(from.Modifiers, out var old) && int.TryParse(to.Modifiers, out var now) && now >= old);

    private static (int Precision, int Scale) Digits(SqlType type)
    {
        var parts = type.Modifiers.Split(',');
        return (int.TryParse(parts[0], out var precision) ? precision : 0, parts.Length > 1 && int.TryParse(parts[1], out var scale) ? scale : 0);
    }
}
