using System.Text.RegularExpressions;
using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint;

/// <summary>What the header of a script says that rules want to know. Unlike <see cref="ScriptHeader"/> it takes anybody's scripts, so it refuses nothing.</summary>
internal sealed partial record LintHeader
{
    /// <summary>Whether it says <c>transaction: none</c>.</summary>
    public bool NoTransaction { get; private init; }

    /// <summary>Whether it says <c>phase: contract</c>: no release that needs the old shape is there any more.</summary>
    public bool IsContract { get; private init; }

    /// <summary>Whether it says <c>lock-timeout: none</c>.</summary>
    public bool NoLockTimeout { get; private init; }

    /// <summary>Reads the comments before the first statement.</summary>
    public static LintHeader Of(IEnumerable<SqlToken> comments)
    {
        var header = new LintHeader();
        foreach (var comment in comments)
        {
            var entry = Entry().Match(comment.Text.TrimEnd());
            header = (entry.Groups[1].Value, entry.Groups[2].Value) switch
            {
                ("transaction", "none") => header with { NoTransaction = true },
                // Also "contract after 1.4.0".
                ("phase", var phase) when phase.StartsWith("contract", StringComparison.Ordinal) => header with { IsContract = true },
                ("lock-timeout", "none") => header with { NoLockTimeout = true },
                _ => header,
            };
        }
        return header;
    }

    [GeneratedRegex(@"^--\s*([a-z-]+):\s*(.*)$")]
    private static partial Regex Entry();
}
