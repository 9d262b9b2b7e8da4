using System.Text;
using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection;

/// <summary>
/// Splits shell code into commands: enough of POSIX sh and bash to know what is called with which words, in which line.
/// Comments and here-documents are left out, <c>$(…)</c> is read too, and GitHub's <c>${{ … }}</c> is one word's part.
/// </summary>
internal sealed partial class ShellReader(string text, int firstLine)
{
    private static readonly HashSet<string> Before = ["do", "then", "else", "elif", "if", "while", "until", "!", "{", "time", "sudo", "exec", "env", "command"];
    private readonly List<ShellCommand> _commands = [];
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private readonly Queue<string> _documents = new();
    private int _at, _start, _startLine, _line = firstLine, _loops;

    public IReadOnlyList<ShellCommand> Read()
    {
        _startLine = _line;
        while (_at < text.Length) Next();
        End(piped: false);
        return _commands;
    }

    private void Next()
    {
        var c = text[_at];
        if (Starts("${{")) Take(Math.Max(text.IndexOf("}}", _at, StringComparison.Ordinal) + 2, _at + 3));
        else if (Starts("$(") && !Starts("$((")) Inner();
        else if (Starts("\\\n")) { Word(); _at += 2; _line++; }
        else if (c == '\\') Take(Math.Min(_at + 2, text.Length));
        else if (c is '\'' or '"') Take(Quoted(c));
        else if (c == '#' && _word.Length == 0) _at = text.IndexOf('\n', _at) is >= 0 and var end ? end : text.Length;
        else if (Starts("<<") && !Starts("<<<")) Document();
        else if (c == '\n') { End(false); _at++; _line++; Documents(); _start = _at; _startLine = _line; }
        else if (c is ' ' or '\t') { Word(); _at++; }
        else if (Starts(">&") || Starts("&>") || Starts("<&")) Take(_at + 2);
        else if (c is ';' or '&' or '|' or '(' or ')') { End(c == '|' && !Starts("||")); _at++; _start = _at; _startLine = _line; }
        else Take(_at + 1);
    }

    private bool Starts(string what) => string.CompareOrdinal(text, _at, what, 0, what.Length) == 0;

    private void Take(int end)
    {
        _word.Append(text, _at, end - _at);
        _line += text.AsSpan(_at, end - _at).Count('\n');
        _at = end;
    }

    private int Quoted(char quote)
    {
        var at = _at + 1;
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (quote == '\'') continue;
            if (text[at] == '\\') at++;
            else if (string.CompareOrdinal(text, at, "$(", 0, 2) == 0) { Nested(at); at = Closing(at + 1) - 1; }
        }
        return Math.Min(at + 1, text.Length);
    }

    private void Inner()
    {
        Nested(_at);
        Take(Closing(_at + 1));
    }

    /// <summary>Reads the commands of the <c>$(</c> at a place.</summary>
    private void Nested(int at)
    {
        var end = Closing(at + 1);
        if (end - 1 > at + 2) _commands.AddRange(new ShellReader(text[(at + 2)..(end - 1)], _line + text.AsSpan(_at, at - _at).Count('\n')).Read());
    }

    private int Closing(int at)
    {
        for (var depth = 0; at < text.Length; at++)
        {
            if (text[at] == '(') depth++;
            else if (text[at] == ')' && --depth == 0) return at + 1;
        }
        return text.Length;
    }

    private void Document()
    {
        var match = Marker().Match(text, _at);
        if (match.Success) _documents.Enqueue(match.Groups[1].Value);
        Take(_at + Math.Max(match.Length, 2));
    }

    private void Documents()
    {
        while (_documents.TryDequeue(out var marker))
            while (_at < text.Length)
            {
                var end = text.IndexOf('\n', _at) is >= 0 and var found ? found : text.Length;
                var line = text[_at..end].Trim();
                _at = Math.Min(end + 1, text.Length);
                _line++;
                if (line == marker) break;
            }
    }

    private void Word()
    {
        if (_word.Length > 0) _words.Add(_word.ToString());
        _word.Clear();
    }

    private void End(bool piped)
    {
        Word();
        if (_words.Count == 0) return;
        if (_words[0] is "for" or "while" or "until" or "select") _loops++;
        var words = _words.SkipWhile(word => Before.Contains(word) || Assignment().IsMatch(word)).ToArray();
        _commands.Add(new ShellCommand(_startLine, words, text[_start.._at].Trim(), _loops > 0, piped));
        if (_words[0] == "done") _loops = Math.Max(0, _loops - 1);
        _words.Clear();
        // The next command of the same line begins here; one after a line feed is set when that is read.
        _start = _at;
    }

    [GeneratedRegex(@"\G<<-?\s*['""\\]?(\w+)['""]?")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[A-Za-z_]\w*\+?=")]
    private static partial Regex Assignment();
}
