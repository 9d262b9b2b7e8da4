using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint;

/// <summary>Whether an expression may give each row another value, so that ADD COLUMN cannot keep it as the one value of all old rows.</summary>
internal static class Volatility
{
    // pg_proc.provolatile 'i' or 's'; and words that stand before a parenthesis and are no function.
    private static readonly HashSet<string> Steady =
    [
        "now", "current_timestamp", "transaction_timestamp", "statement_timestamp", "localtimestamp", "current_time", "localtime",
        "current_setting", "to_timestamp", "to_date", "to_char", "date_trunc", "make_interval", "make_date", "age", "timezone", "extract",
        "coalesce", "nullif", "greatest", "least", "cast", "array", "row", "lower", "upper", "length", "md5", "concat", "format", "replace", "trim", "btrim",
        "round", "abs", "to_json", "to_jsonb", "json_build_object", "jsonb_build_object", "json_build_array", "jsonb_build_array", "int4range", "int8range",
        "numrange", "tsrange", "tstzrange", "daterange", "point", "box", "decode", "encode", "in", "any", "all", "and", "or", "not", "case", "when", "then", "else",
    ];

    /// <summary>The first function that may be volatile; null when there is none.</summary>
    public static string? CallIn(ArraySegment<SqlToken> expression, ICatalog? catalog)
    {
        for (var at = 0; at + 1 < expression.Count; at++)
        {
            // 'x'::varchar(10) calls nothing.
            if (!expression[at + 1].Is('(') || expression[at].Identifier is not { } name || IsCast(expression, at)) continue;
            if (catalog?.IsVolatile(name) ?? !Steady.Contains(name) && !IsType(name)) return name;
        }
        return null;
    }

    private static bool IsCast(ArraySegment<SqlToken> expression, int at)
    {
        while (at > 1 && !expression[at - 1].Is(':') && expression[at - 1].Identifier is not null) at--;
        return at > 0 && (expression[at - 1].Is(':') || (at > 1 && expression[at - 1].Is('.') && expression[at - 2].Identifier is not null && IsCast(expression, at - 2)));
    }

    private static bool IsType(string name) => name is "varchar" or "char" or "character" or "numeric" or "decimal" or "timestamp" or "timestamptz" or "time" or "bit" or "interval";
}
