using System.Text;

namespace JobSwipe.Migrations.Lint;

/// <summary>A script to be linted.</summary>
/// <param name="File">Its name for findings.</param>
/// <param name="Text">Its text.</param>
public sealed record LintScript(string File, string Text)
{
    /// <summary>An undo takes back on purpose, so what it drops is no news to anybody.</summary>
    public bool IsUndo => File.EndsWith(".undo.sql", StringComparison.Ordinal);

    /// <summary>All <c>*.sql</c> of a folder by name, whatever their names; JobSwipe's own when it is null.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="root">What findings name files below, where they lie there.</param>
    /// <exception cref="ScriptNotUsable">There is no such folder, nothing in it, or a file is not UTF-8.</exception>
    public static IReadOnlyList<LintScript> Load(string? folder = null, string? root = null)
    {
        if (folder is null) return [.. ScriptSet.Load().SelectMany(Of)];
        if (!Directory.Exists(folder)) throw new ScriptNotUsable(folder, null, "there is no such folder", "Correct --scripts.");
        var files = Directory.GetFiles(folder, "*.sql").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0) throw new ScriptNotUsable(folder, null, "there is no *.sql file in it", "Correct --scripts.");
        return [.. files.Select(file => new LintScript(Below(root, file), Read(file)))];
    }

    /// <summary>A migration's script, and its undo where it has one.</summary>
    public static IEnumerable<LintScript> Of(MigrationScript script)
    {
        yield return new LintScript(script.File, script.Sql);
        if (script.Undo is { } undo) yield return new LintScript(script.UndoFile, undo);
    }

    private static string Below(string? root, string file) =>
        root is not null && Path.GetRelativePath(root, file) is var path && !path.StartsWith("..", StringComparison.Ordinal) ? path : file;

    private static string Read(string file)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new ScriptNotUsable(file, null, "it is not UTF-8", "Save it as UTF-8.");
        }
    }
}
