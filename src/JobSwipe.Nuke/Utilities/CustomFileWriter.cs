namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines.</summary>
/// <param name="streamWriter">Where the lines go.</param>
/// <param name="indentationFactor">Spaces for each level.</param>
/// <param name="commentPrefix">What a comment starts with.</param>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _indentation;

    /// <summary>Writes one line, or an empty one.</summary>
    public void WriteLine(string text = null) =>
        streamWriter.WriteLine(string.IsNullOrEmpty(text) ? "" : new string(' ', _indentation * indentationFactor) + text);

    /// <summary>Writes a comment.</summary>
    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    /// <summary>Lets something else write.</summary>
    public void Write(Action<CustomFileWriter> writer) => writer(this);

    /// <summary>One level deeper, until disposed.</summary>
    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _indentation++, () => _indentation--);
}
