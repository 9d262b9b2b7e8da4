using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Migrations;

/// <summary>A script, its undo, and what its header says.</summary>
/// <param name="Name">Number and name, such as <c>0001_baseline</c>; the file's name without <c>.sql</c>.</param>
/// <param name="Sql">The text as in the file.</param>
/// <param name="Undo">The text that takes it back; null when there is none.</param>
public sealed record MigrationScript(string Name, string Sql, string? Undo)
{
    /// <summary>The number that orders scripts.</summary>
    public int Number { get; } = int.Parse(Name[..4]);

    /// <summary>The file's name.</summary>
    public string File => Name + ".sql";

    /// <summary>The undo's file name.</summary>
    public string UndoFile => Name + ".undo.sql";

    /// <summary>What the header says.</summary>
    public ScriptHeader Header { get; } = ScriptHeader.Parse(Name + ".sql", Sql);

    /// <summary>SHA-256 of the UTF-8 text, in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}
