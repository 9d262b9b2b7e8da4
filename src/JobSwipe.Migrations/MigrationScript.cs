using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Migrations;

/// <summary>A script, its undo, and what its header says.</summary>
/// <param name="Name">Number and name, such as <c>0001_baseline</c>, or <c>R__name</c>; the file's name without <c>.sql</c>.</param>
/// <param name="Sql">The text as in the file.</param>
/// <param name="Undo">The text that takes it back; null when there is none.</param>
public sealed record MigrationScript(string Name, string Sql, string? Undo)
{
    /// <summary>Whether it runs again whenever its text changes: views, functions.</summary>
    public bool IsRepeatable { get; } = IsRepeatableName(Name);

    /// <summary>The number that orders scripts; the highest there is for a repeatable one, which runs after all of them.</summary>
    public int Number { get; } = IsRepeatableName(Name) ? int.MaxValue : int.Parse(Name[..4]);

    /// <summary>Statements that fail when the script did not do what it is for; run by the migration test. Null when there are none.</summary>
    public string? Test { get; init; }

    /// <summary>The file's name.</summary>
    public string File => Name + ".sql";

    /// <summary>The undo's file name.</summary>
    public string UndoFile => Name + ".undo.sql";

    /// <summary>The test's file name.</summary>
    public string TestFile => Name + ".test.sql";

    /// <summary>What the header says.</summary>
    public ScriptHeader Header { get; } = ScriptHeader.Parse(Name + ".sql", Sql);

    /// <summary>SHA-256 of the UTF-8 text, in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Hash(Sql);

    /// <summary>The same of its undo.</summary>
    public string? UndoSha256 { get; } = Undo is null ? null : Hash(Undo);

    internal static bool IsRepeatableName(string name) => name.StartsWith("R__", StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
