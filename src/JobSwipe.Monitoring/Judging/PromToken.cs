namespace JobSwipe.Monitoring.Judging;

internal enum TokenKind { Name, Number, Text, Duration, Sign, End }

/// <summary>A word of PromQL.</summary>
internal sealed record PromToken(TokenKind Kind, string Text)
{
    private static readonly string[] LongSigns = ["=~", "!~", "!=", "==", ">=", "<="];

    /// <summary>Splits an expression (prometheus/prometheus, promql/parser/lex.go).</summary>
    public static List<PromToken> Split(string expression)
    {
        var tokens = new List<PromToken>();
        for (var at = 0; at < expression.Length;)
        {
            var letter = expression[at];
            if (char.IsWhiteSpace(letter)) at++;
            else if (letter == '#') at = expression.IndexOf('\n', at) is >= 0 and var line ? line : expression.Length;
            else if (char.IsAsciiLetter(letter) || letter is '_' or ':') tokens.Add(Take(TokenKind.Name, c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':'));
            else if (char.IsAsciiDigit(letter) || letter == '.') tokens.Add(Number());
            else if (letter is '"' or '\'' or '`') tokens.Add(Quoted(letter));
            else
            {
                var sign = LongSigns.FirstOrDefault(sign => string.CompareOrdinal(expression, at, sign, 0, 2) == 0) ?? $"{letter}";
                tokens.Add(new PromToken(TokenKind.Sign, sign));
                at += sign.Length;
            }

            PromToken Take(TokenKind kind, Func<char, bool> belongs)
            {
                var from = at;
                while (at < expression.Length && belongs(expression[at])) at++;
                return new PromToken(kind, expression[from..at]);
            }

            PromToken Number()
            {
                var number = Take(TokenKind.Number, c => char.IsAsciiLetterOrDigit(c) || c == '.');
                return number.Text.Any(c => c is 's' or 'm' or 'h' or 'd' or 'w' or 'y') && !number.Text.StartsWith("0x", StringComparison.Ordinal) ? number with { Kind = TokenKind.Duration } : number;
            }

            PromToken Quoted(char quote)
            {
                var from = ++at;
                while (at < expression.Length && expression[at] != quote) at += expression[at] == '\\' && quote != '`' ? 2 : 1;
                if (at >= expression.Length) throw new PromQlInvalid(expression, "a text that begins does not end");
                return new PromToken(TokenKind.Text, expression[from..at++]);
            }
        }
        tokens.Add(new PromToken(TokenKind.End, ""));
        return tokens;
    }
}

/// <summary>An expression is not PromQL.</summary>
public sealed class PromQlInvalid(string expression, string why) : Tools.DeliveryError($"'{expression}' is not PromQL: {why}.", "promtool check rules says more.");
