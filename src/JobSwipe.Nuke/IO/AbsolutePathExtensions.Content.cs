using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The encoding of written text, if none is given.</summary>
    public static Encoding DefaultEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether written text ends with a line break, if not said otherwise.</summary>
    public static bool DefaultEofLineBreak = true;

    /// <summary>The platform whose line breaks are written, if none is given.</summary>
    public static PlatformFamily? DefaultLineBreakType;

    /// <summary>The text of the file.</summary>
    public static string ReadAllText(this AbsolutePath path, Encoding encoding = null) => File.ReadAllText(path, encoding ?? DefaultEncoding);

    /// <summary>The lines of the file.</summary>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding encoding = null) => File.ReadAllLines(path, encoding ?? DefaultEncoding);

    /// <summary>The bytes of the file.</summary>
    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>Writes the file, and creates its directory.</summary>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding encoding = null, bool? eofLineBreak = null)
    {
        path.Parent.CreateDirectory();
        if ((eofLineBreak ?? DefaultEofLineBreak) && content.Length > 0 && content[^1] != '\n')
            content += Environment.NewLine;
        File.WriteAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Writes the lines, and creates the directory.</summary>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path, IEnumerable<string> lines, Encoding encoding = null, PlatformFamily? platformFamily = null, bool? eofLineBreak = null)
    {
        var lineBreak = (platformFamily ?? DefaultLineBreakType) switch
        {
            null => Environment.NewLine,
            PlatformFamily.Windows => "\r\n",
            _ => "\n"
        };
        var text = string.Join(lineBreak, lines);
        return path.WriteAllText((eofLineBreak ?? DefaultEofLineBreak) && text.Length > 0 ? text + lineBreak : text, encoding, eofLineBreak: false);
    }

    /// <inheritdoc cref="WriteAllLines(AbsolutePath, IEnumerable{string}, Encoding, PlatformFamily?, bool?)"/>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path, string[] lines, Encoding encoding = null, PlatformFamily? platformFamily = null, bool? eofLineBreak = null) =>
        path.WriteAllLines((IEnumerable<string>)lines, encoding, platformFamily, eofLineBreak);

    /// <summary>Writes the bytes, and creates the directory.</summary>
    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Appends text.</summary>
    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Appends lines.</summary>
    public static AbsolutePath AppendAllLines(this AbsolutePath path, IEnumerable<string> lines, Encoding encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllLines(path, lines, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Appends lines.</summary>
    public static AbsolutePath AppendAllLines(this AbsolutePath path, string[] lines, Encoding encoding = null) =>
        path.AppendAllLines((IEnumerable<string>)lines, encoding);

    /// <summary>Reads, changes and writes the text.</summary>
    public static AbsolutePath UpdateText(this AbsolutePath path, Func<string, string> update, Encoding encoding = null) =>
        path.WriteAllText(update(path.ReadAllText(encoding)), encoding, eofLineBreak: false);
}
