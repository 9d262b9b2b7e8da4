namespace JobSwipe.Monitoring.Judging;

/// <summary>Reads PromQL as far as judging needs (prometheus.io, operators: precedence from or to ^).</summary>
internal sealed class PromParser
{
    private static readonly string[][] Levels = [["or"], ["and", "unless"], ["==", "!=", ">", "<", ">=", "<="], ["+", "-"], ["*", "/", "%", "atan2"], ["^"]];
    private static readonly HashSet<string> Aggregations = ["sum", "min", "max", "avg", "count", "group", "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values"];
    private readonly string _expression;
    private readonly List<PromToken> _tokens;
    private int _at;

    private PromParser(string expression) => (_expression, _tokens) = (expression, PromToken.Split(expression));

    /// <exception cref="PromQlInvalid">It cannot be read.</exception>
    public static PromNode Parse(string expression)
    {
        var parser = new PromParser(expression);
        var node = parser.Level(0);
        return parser.Now.Kind == TokenKind.End ? node : throw parser.Wrong($"nothing is expected at '{parser.Now.Text}'");
    }

    private PromToken Now => _tokens[_at];

    private PromNode Level(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Level(level + 1);
        while (Now.Kind is TokenKind.Sign or TokenKind.Name && Levels[level].Contains(Now.Text.ToLowerInvariant()))
        {
            var sign = _tokens[_at++].Text.ToLowerInvariant();
            var labels = new List<string>();
            TakeName("bool");
            if (TakeName("on") || TakeName("ignoring")) labels.AddRange(Labels());
            if (TakeName("group_left") || TakeName("group_right")) labels.AddRange(Is("(") ? Labels() : []);
            left = new Binary(sign, left, Level(level + 1), labels);
        }
        return left;
    }

    private PromNode Unary()
    {
        if (Take("-") || Take("+")) return Unary();
        var node = Primary();
        while (true)
        {
            if (Take("[")) { while (!Take("]")) _at = Now.Kind == TokenKind.End ? throw Wrong("a window does not end") : _at + 1; }
            else if (TakeName("offset")) { Take("-"); _at++; }
            else if (Take("@")) { _at++; if (Is("(")) Labels(); }
            else return node;
        }
    }

    private PromNode Primary()
    {
        if (Take("(")) return Until(")", Level(0));
        if (Is("{")) return Series("");
        var token = _tokens[_at++];
        if (token.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Duration) return new Literal(token.Text);
        if (token.Kind != TokenKind.Name) throw Wrong(token.Kind == TokenKind.End ? "it ends too early" : $"'{token.Text}' is not expected");
        if (Aggregations.Contains(token.Text.ToLowerInvariant()) && (Is("(") || Now.Text is "by" or "without")) return Aggregate(token.Text.ToLowerInvariant());
        if (token.Text.ToLowerInvariant() is "inf" or "nan") return new Literal(token.Text);
        return Is("(") ? new Call(token.Text, Arguments()) : Series(token.Text);
    }

    private Aggregation Aggregate(string function)
    {
        var (keeps, labels) = Grouping();
        var arguments = Arguments();
        if (labels.Count == 0) (keeps, labels) = Grouping();
        return new Aggregation(function, keeps, labels, arguments);
    }

    private (bool Keeps, List<string> Labels) Grouping() => TakeName("by") ? (true, Labels()) : TakeName("without") ? (false, Labels()) : (true, []);

    private List<PromNode> Arguments()
    {
        var arguments = new List<PromNode>();
        if (!Take("(")) throw Wrong("a '(' is missing");
        while (!Take(")"))
        {
            arguments.Add(Level(0));
            if (!Is(")") && !Take(",")) throw Wrong("a ')' is missing");
        }
        return arguments;
    }

    private Selector Series(string name)
    {
        var matches = new List<(string, string, string)>();
        if (Take("{"))
            while (!Take("}"))
            {
                var (label, sign, value) = (_tokens[_at++].Text, Now.Text, _tokens[Math.Min(_at + 1, _tokens.Count - 1)]);
                if (value.Kind != TokenKind.Text) throw Wrong($"the label '{label}' has no value");
                _at += 2;
                if (label == "__name__" && sign == "=") name = value.Text;
                else matches.Add((label, sign, value.Text));
                if (!Is("}") && !Take(",")) throw Wrong("a '}' is missing");
            }
        return new Selector(name, matches);
    }

    private List<string> Labels()
    {
        var labels = new List<string>();
        if (!Take("(")) throw Wrong("a '(' is missing");
        while (!Take(")"))
        {
            if (Now.Kind == TokenKind.End) throw Wrong("a ')' is missing");
            if (!Take(",")) labels.Add(_tokens[_at++].Text);
        }
        return labels;
    }

    private PromNode Until(string sign, PromNode node) => Take(sign) ? node : throw Wrong($"a '{sign}' is missing");

    private bool Is(string sign) => Now.Kind == TokenKind.Sign && Now.Text == sign;

    private bool Take(string sign)
    {
        if (!Is(sign)) return false;
        _at++;
        return true;
    }

    private bool TakeName(string name)
    {
        if (Now.Kind != TokenKind.Name || !Now.Text.Equals(name, StringComparison.OrdinalIgnoreCase)) return false;
        _at++;
        return true;
    }

    private PromQlInvalid Wrong(string why) => new(_expression, why);
}
