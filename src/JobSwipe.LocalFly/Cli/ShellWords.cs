using System.Text;

namespace JobSwipe.LocalFly.Cli;

/// <summary>Splits a command into words as flyctl does (github.com/google/shlex): quotes and backslashes, and no shell behind them.</summary>
internal static class ShellWords
{
    /// <exception cref="FlyError">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, inside) = ('\0', false);
        for (var at = 0; at < command.Length; at++)
        {
            var letter = command[at];
            if (letter == '\\' && quote != '\'' && at + 1 < command.Length)
            {
                word.Append(command[++at]);
                inside = true;
            }
            else if (quote != '\0')
            {
                if (letter == quote) quote = '\0';
                else word.Append(letter);
            }
            else if (letter is '\'' or '"')
            {
                (quote, inside) = (letter, true);
            }
            else if (char.IsWhiteSpace(letter))
            {
                if (inside) words.Add(word.ToString());
                word.Clear();
                inside = false;
            }
            else
            {
                word.Append(letter);
                inside = true;
            }
        }
        if (quote != '\0') throw new FlyError($"could not parse command '{command}': EOF found when expecting closing quote");
        if (inside) words.Add(word.ToString());
        return words;
    }
}
