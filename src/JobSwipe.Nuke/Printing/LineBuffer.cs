using System.Text;

namespace Nuke.Common.Printing;

/// <summary>Passes text on line by line, so that a secret written in pieces is whole when it is masked.</summary>
internal sealed class LineBuffer(Action<string> onLine)
{
    private readonly StringBuilder _line = new();

    public void Write(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var end = text.IndexOf('\n');
            if (end < 0)
                break;
            _line.Append(text[..end]);
            Complete();
            text = text[(end + 1)..];
        }

        _line.Append(text);
    }

    public void Flush()
    {
        if (_line.Length > 0)
            Complete();
    }

    private void Complete()
    {
        if (_line.Length > 0 && _line[^1] == '\r')
            _line.Length--;
        var line = _line.ToString();
        _line.Clear();
        onLine(line);
    }
}
