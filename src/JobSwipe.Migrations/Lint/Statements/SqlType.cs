using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>A type as a column has it.</summary>
/// <param name="Name">PostgreSQL's short name where there are several: <c>integer</c>, <c>bigint</c>, <c>varchar</c>, <c>timestamptz</c>.</param>
/// <param name="Modifiers">What stands in parentheses, such as <c>10,2</c>; empty without.</param>
/// <param name="IsArray">Whether it is an array of them.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SqlType(string Name, string Modifiers, bool IsArray, Span Span)
{
    private static readonly Dictionary<string, string> Short = new()
    {
        ["int"] = "integer", ["int4"] = "integer", ["int8"] = "bigint", ["int2"] = "smallint",
        ["serial4"] = "serial", ["serial8"] = "bigserial", ["serial2"] = "smallserial",
        ["character varying"] = "varchar", ["char varying"] = "varchar", ["national character varying"] = "varchar", ["nchar varying"] = "varchar",
        ["character"] = "char", ["nchar"] = "char", ["national character"] = "char", ["national char"] = "char", ["bpchar"] = "char",
        ["timestamp with time zone"] = "timestamptz", ["timestamp without time zone"] = "timestamp",
        ["time with time zone"] = "timetz", ["time without time zone"] = "time",
        ["decimal"] = "numeric", ["dec"] = "numeric", ["float8"] = "double precision", ["float4"] = "real", ["bool"] = "boolean",
        ["bit varying"] = "varbit",
    };

    private static readonly string[] Second = ["varying", "precision"];

    public bool IsSerial => Name is "serial" or "bigserial" or "smallserial";

    /// <summary>As it is written in SQL.</summary>
    public override string ToString() => Name + (Modifiers.Length > 0 ? $"({Modifiers})" : "") + (IsArray ? "[]" : "");

    /// <summary>Reads a type, in SQL or as <c>format_type</c> prints it.</summary>
    public static SqlType? Read(string text) => Read(new TokenCursor(SqlTokenizer.Read(text).ToArray()));

    public static SqlType? Read(TokenCursor cursor)
    {
        var start = cursor.Mark;
        var isQuoted = cursor.Current.Kind == SqlTokenKind.QuotedIdentifier;
        if (cursor.Name() is not { } written) return null;
        var name = written.Name;
        if (!isQuoted)
        {
            if (name == "national" && cursor.Current.Identifier is "character" or "char") name += " " + cursor.Identifier();
            if (Second.Contains(cursor.Current.Identifier) && name is "character" or "char" or "nchar" or "bit" or "double" or "national character")
                name += " " + cursor.Identifier();
        }
        var modifiers = cursor.Parenthesized() is { } inner ? string.Concat(inner.Select(token => token.Text)) : "";
        if (!isQuoted && name is "timestamp" or "time")
        {
            if (cursor.Accept("with", "time", "zone")) name += " with time zone";
            else cursor.Accept("without", "time", "zone");
        }
        if (name == "interval") while (cursor.Current.Identifier is "year" or "month" or "day" or "hour" or "minute" or "second" or "to") cursor.SkipOne();
        var isArray = cursor.Accept("array");
        while (cursor.Current.Is('['))
        {
            isArray = true;
            cursor.SkipOne();
        }
        // "char" in quotes is another type, of one byte.
        if (isQuoted && name == "char") name = "\"char\"";
        else if (!isQuoted || name != "int") name = Short.GetValueOrDefault(name, name);
        return new SqlType(name, modifiers, isArray, Span.Of(cursor.Since(start)));
    }
}
