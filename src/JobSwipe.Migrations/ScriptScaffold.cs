using System.Text.RegularExpressions;

namespace JobSwipe.Migrations;

/// <summary>Begins a script: the file, its undo and its test, with the next number.</summary>
public static partial class ScriptScaffold
{
    /// <summary>Writes the three files.</summary>
    /// <param name="folder">Where scripts are; it is made when there is none.</param>
    /// <param name="name">What the script does, such as <c>add phone to users</c>.</param>
    /// <returns>The files' paths.</returns>
    /// <exception cref="ScriptNotUsable">The name has nothing in it that a file's name may have, or the scripts there cannot be used.</exception>
    public static IReadOnlyList<string> Write(string folder, string name)
    {
        var words = NotAllowed().Replace(name.Trim().ToLowerInvariant(), "_").Trim('_');
        if (words.Length == 0) throw new ScriptNotUsable(name, null, "it is no name for a script", "Give letters and digits: --name add_phone_to_users");
        Directory.CreateDirectory(folder);
        var existing = Directory.GetFiles(folder, "*.sql").Length == 0 ? [] : ScriptSet.Load(folder);
        var next = existing.Where(script => !script.IsRepeatable).Select(script => script.Number).DefaultIfEmpty().Max() + 1;
        var script = Path.Combine(folder, $"{next:0000}_{words}");
        return
        [
            Create(script + ".sql", $"-- phase: expand\n-- Why, and why it does not hurt: what it locks, for how long, and whether the release before works on.\n\n"),
            Create(script + ".undo.sql", "-- What of the data cannot be brought back, if anything.\n\n"),
            // It fails until it says something, so that nobody takes it for a test.
            Create(script + ".test.sql", $"-- Run by MigrateTest after {next:0000}_{words}, on a database with rows.\n\nDO $$\nBEGIN\n  ASSERT false, 'say here what must hold after {next:0000}_{words}';\nEND\n$$;\n"),
        ];
    }

    private static string Create(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return path;
    }

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex NotAllowed();
}
