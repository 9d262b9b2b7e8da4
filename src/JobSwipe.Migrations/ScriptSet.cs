using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace JobSwipe.Migrations;

/// <summary>Finds scripts and refuses what could run differently than meant: gaps, duplicates, wrong encodings, a stray undo or test.</summary>
public static partial class ScriptSet
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The scripts of a folder, or JobSwipe's own when it is null, in their order.</summary>
    /// <exception cref="ScriptNotUsable">A file or the set cannot be used; the file is named.</exception>
    public static IReadOnlyList<MigrationScript> Load(string? folder = null) => Arrange(folder is null ? Embedded() : InFolder(folder));

    /// <summary>The one script of a number (<c>0002</c> or <c>2</c>) or a name.</summary>
    /// <exception cref="ScriptUnknown">There is none.</exception>
    public static MigrationScript Find(this IReadOnlyList<MigrationScript> scripts, string name) =>
        scripts.FirstOrDefault(script => script.Name == name || (int.TryParse(name, out var number) && script.Number == number))
        ?? throw new ScriptUnknown(name, scripts.Select(script => script.Name));

    internal static IReadOnlyList<MigrationScript> Arrange(IEnumerable<(string File, byte[] Bytes)> files)
    {
        var texts = files.ToDictionary(file => file.File, file => Decode(file.File, file.Bytes), StringComparer.Ordinal);
        foreach (var file in texts.Keys.Where(file => !FileName().IsMatch(file)))
            throw new ScriptNotUsable(file, null, "its name is neither NNNN_name.sql nor R__name.sql, nor one of these with .undo.sql or .test.sql",
                "Use four digits and an underscore (or R and two for a repeatable script), then lower-case letters, digits and underscores.");
        var all = texts.Keys.Where(file => !file[..^4].Contains('.')).Select(file => file[..^4]).Order(StringComparer.Ordinal).ToArray();
        var known = all.ToHashSet();
        foreach (var stray in texts.Keys.Where(file => !known.Contains(file[..file.IndexOf('.')])))
            throw new ScriptNotUsable(stray, null, $"it {(stray.EndsWith(".undo.sql", StringComparison.Ordinal) ? "undoes" : "tests")} a script that is not there", $"Add {stray.Split('.')[0]}.sql or remove it.");
        var names = all.Where(name => !MigrationScript.IsRepeatableName(name)).ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            var number = int.Parse(names[at][..4]);
            if (number == at + 1) continue;
            throw number == at
                ? new ScriptNotUsable(names[at] + ".sql", null, $"its number is that of {names[at - 1]}.sql too", "Give the newer one the next free number.")
                : new ScriptNotUsable(names[at] + ".sql", null, $"number {at + 1:0000} is missing before it", "Scripts are numbered without gaps, from 0001.");
        }
        // Digits sort before R: what is repeatable comes last, when the tables that it reads are there.
        return [.. all.Select(name => new MigrationScript(name, texts[name + ".sql"], texts.GetValueOrDefault(name + ".undo.sql")) { Test = texts.GetValueOrDefault(name + ".test.sql") })];
    }

    private static IEnumerable<(string, byte[])> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (name, bytes);
        }
    }

    private static IEnumerable<(string, byte[])> InFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new ScriptNotUsable(folder, null, "there is no such folder", "Correct --scripts.");
        var files = Directory.GetFiles(folder, "*.sql");
        // Nothing to run is what a mistyped folder looks like.
        if (files.Length == 0) throw new ScriptNotUsable(folder, null, "there is no *.sql file in it", "Correct --scripts, or put the first script there: 0001_name.sql.");
        return files.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
    }

    private static string Decode(string file, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) throw new ScriptNotUsable(file, 1, "it begins with a byte order mark", "Save it as UTF-8 without one.");
        try
        {
            var text = Strict.GetString(bytes);
            // The hash in the journal must not depend on how git checks files out.
            var crlf = text.IndexOf('\r');
            if (crlf >= 0) throw new ScriptNotUsable(file, text[..crlf].Count(c => c == '\n') + 1, "its lines end with CR LF", "Save it with LF, and put '*.sql text eol=lf' into .gitattributes.");
            return text;
        }
        catch (DecoderFallbackException exception)
        {
            throw new ScriptNotUsable(file, bytes.AsSpan(0, exception.Index).Count((byte)'\n') + 1, "it is not UTF-8", "Save it as UTF-8.");
        }
    }

    [GeneratedRegex(@"^(\d{4}_|R__)[a-z0-9_]+(\.undo|\.test)?\.sql$")]
    private static partial Regex FileName();
}
