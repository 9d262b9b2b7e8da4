using System.Text.RegularExpressions;
using JobSwipe.Tools;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JobSwipe.Monitoring.Judging;

/// <summary>What is wrong with a rule.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Rule">The alert or record.</param>
/// <param name="Kind">The kind of mistake.</param>
/// <param name="Problem">What is wrong, and what to do.</param>
public sealed record RuleFinding(int Line, string Rule, string Kind, string Problem);

/// <summary>Judges rules that others wrote. A syntax check passes all of what it finds.</summary>
public static partial class RuleJudge
{
    private static readonly string[] MadeByPrometheus = ["up", "ALERTS", "ALERTS_FOR_STATE"];

    /// <summary>Judges a file of rules.</summary>
    /// <param name="file">The file; for runbooks that are files, links are followed from the repository that it lies in.</param>
    /// <param name="known">What is exported.</param>
    /// <exception cref="RulesUnreadable">It is not there, no YAML, or holds no rules.</exception>
    public static IReadOnlyList<RuleFinding> Judge(string file, KnownMetrics known)
    {
        var rules = Read(file);
        known = known.WithRecords(rules.Where(rule => !rule.IsAlert).Select(rule => rule.Name).Concat(MadeByPrometheus));
        var absent = rules.SelectMany(rule => TryParse(rule.Expression, out _)?.All() ?? []).OfType<Call>().Where(call => call.Function.StartsWith("absent", StringComparison.Ordinal))
            .SelectMany(call => call.All()).OfType<Selector>().ToList();
        return [.. rules.SelectMany(rule => Findings(rule, known, absent, file)).DistinctBy(finding => (finding.Rule, finding.Kind, finding.Problem)).OrderBy(finding => finding.Line)];
    }

    private static IEnumerable<RuleFinding> Findings(Rule rule, KnownMetrics known, List<Selector> absent, string file)
    {
        RuleFinding Of(string kind, string problem) => new(rule.Line, rule.Name, kind, problem);
        if (TryParse(rule.Expression, out var why) is not { } expression)
        {
            yield return Of("not-promql", why!);
            yield break;
        }
        var nodes = expression.All().ToArray();
        foreach (var selector in nodes.OfType<Selector>().Where(selector => selector.Name.Length > 0))
        {
            if (!known.Has(selector.Name))
            {
                yield return Of("metric-unknown", $"nobody exports '{selector.Name}', so this is silent for ever; the nearest is '{Nearest.To(selector.Name, known.Names)}'");
                continue;
            }
            foreach (var (label, _, _) in selector.Matches.Where(match => !known.Has(selector.Name, match.Label)))
                yield return Of("label-unknown", $"'{selector.Name}' has no label '{label}', so nothing is selected; it has {string.Join(", ", known.LabelsOf(selector.Name).DefaultIfEmpty("none"))}");
        }
        foreach (var sum in nodes.OfType<Aggregation>().Where(sum => sum.Keeps))
            foreach (var selector in sum.All().OfType<Selector>().Where(selector => known.Has(selector.Name)).Take(1))
                foreach (var label in sum.Labels.Where(label => !known.Has(selector.Name, label)))
                    yield return Of("label-unknown", $"it groups by '{label}', which '{selector.Name}' does not have");
        foreach (var ratio in nodes.OfType<Binary>().Where(node => node.Sign == "/" && DividesByItself(node)))
            yield return Of("ratio-of-itself", "each series is divided by the one with the same labels, which is itself: always 1. Sum both sides first");
        if (!rule.IsAlert) yield break;
        if (IsRatio(expression) && rule.Annotations.Any(text => PercentOfRatio().IsMatch(text)))
            yield return Of("ratio-as-percent", "the message prints a ratio with a percent sign, 0.05% for 5%: write {{ $value | humanizePercentage }}");
        if (!rule.Annotations.Any(text => text.Length > 0)) yield return Of("no-annotation", "the message says nothing: add summary and description");
        var runbook = rule.Runbook;
        if (runbook is null) yield return Of("no-runbook", "nobody is told what to do: add the annotation runbook_url");
        else if (LocalRunbook(runbook, file) is { } missing) yield return Of("runbook-missing", $"its runbook is not there: {missing}");
        foreach (var selector in Lost(expression).Where(selector => !absent.Exists(partner => Covers(partner, selector))))
            yield return Of("absent-missing", $"when '{selector.Name}' is not there any more, this cannot fire: add an alert on absent({selector.Name}{(selector.Matches.Count > 0 ? "{…}" : "")})");
    }

    // Comparisons to nothing and to small values: a series that is gone is neither.
    private static IEnumerable<Selector> Lost(PromNode node) => node switch
    {
        Binary { Sign: "or" or "and" or "unless" } both => Lost(both.Left).Concat(both.Sign == "unless" ? [] : Lost(both.Right)),
        Binary { Sign: "==" or "<" or "<=", Right: Literal } low => low.Left.All().OfType<Selector>().Take(1),
        _ => [],
    };

    // A target's own series go when the target does: an alert on the absence of its 'up' is partner enough.
    private static bool Covers(Selector partner, Selector selector) => partner.Name == selector.Name && partner.Matches.All(match => selector.Matches.Count == 0 || selector.Matches.Contains(match) || Includes(selector, match))
        || partner.Name == "up" && selector.Matches.Any(match => match.Label == "job" && partner.Matches.Contains(match));

    private static bool Includes(Selector selector, (string Label, string Sign, string Value) match) =>
        selector.Matches.Any(own => own.Label == match.Label && own.Sign == "=~" && Regex.IsMatch(match.Value, $"^(?:{own.Value})$")) || selector.Matches.All(own => own.Label != match.Label);

    private static bool DividesByItself(Binary node) =>
        node.Labels.Count == 0 && node.Left is Call { Function: "rate" or "irate" or "increase", Arguments: [Selector one] } && node.Right is Call { Function: "rate" or "irate" or "increase", Arguments: [Selector other] } && (one.IsSame(other) || one.Name == other.Name);

    private static bool IsRatio(PromNode node) => node switch
    {
        Binary { Sign: "*", Right: Literal { Text: "100" } } or Binary { Sign: "*", Left: Literal { Text: "100" } } => false,
        Binary { Sign: "/" } => true,
        Binary both when both.Sign is ">" or "<" or ">=" or "<=" or "==" or "!=" or "and" or "unless" => IsRatio(both.Left),
        Binary { Sign: "-", Left: Literal } rest => IsRatio(rest.Right),
        Aggregation sum => sum.Arguments.Any(IsRatio),
        _ => false,
    };

    private static string? LocalRunbook(string url, string file)
    {
        if (RunbookPath().Match(url) is not { Success: true } match) return null;
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git"))) return File.Exists(Path.Combine(folder, match.Groups[1].Value)) ? null : match.Groups[1].Value;
        return null;
    }

    private static PromNode? TryParse(string expression, out string? why)
    {
        try
        {
            why = null;
            return PromParser.Parse(expression);
        }
        catch (PromQlInvalid invalid)
        {
            why = invalid.Problem;
            return null;
        }
    }

    private static IReadOnlyList<Rule> Read(string file)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(file);
            stream.Load(reader);
            var rules = stream.Documents.Select(document => document.RootNode).Select(root => Get(root, "groups")).OfType<YamlSequenceNode>().SelectMany(groups => groups.Children)
                .Select(group => Get(group, "rules")).OfType<YamlSequenceNode>().SelectMany(list => list.Children).Select(Rule.Of).OfType<Rule>().ToArray();
            return rules.Length > 0 ? rules : throw new RulesUnreadable(file, "it holds no groups with rules");
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw new RulesUnreadable(file, exception.InnerException?.Message ?? exception.Message);
        }
    }

    private static YamlNode? Get(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private sealed record Rule(int Line, string Name, bool IsAlert, string Expression, IReadOnlyList<string> Annotations, string? Runbook)
    {
        public static Rule? Of(YamlNode node)
        {
            var (alert, record) = ((Get(node, "alert") as YamlScalarNode)?.Value, (Get(node, "record") as YamlScalarNode)?.Value);
            if (Get(node, "expr") is not YamlScalarNode expression || (alert ?? record) is not { } name) return null;
            var annotations = (Get(node, "annotations") as YamlMappingNode)?.Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString()) ?? [];
            return new Rule((int)node.Start.Line, name, alert is not null, expression.Value ?? "", [.. annotations.Where(pair => !pair.Key.StartsWith("runbook", StringComparison.Ordinal)).Select(pair => pair.Value)],
                annotations.FirstOrDefault(pair => pair.Key.StartsWith("runbook", StringComparison.Ordinal)).Value);
        }
    }

    [GeneratedRegex(@"\{\{(?![^}]*humanizePercentage)[^}]*\$value[^}]*\}\}\s*(%|percent)")]
    private static partial Regex PercentOfRatio();

    [GeneratedRegex(@"(?:^|/blob/[^/]+/|^\./)((?:\.github|docs|runbooks)/[\w./-]+\.md)")]
    private static partial Regex RunbookPath();
}

/// <summary>A file of rules cannot be read.</summary>
public sealed class RulesUnreadable(string file, string why) : DeliveryError($"'{file}' cannot be judged: {why}.", "Give a file of Prometheus' rules (groups: - name: … rules: …).");

/// <summary>Rules that would be silent, or say something wrong.</summary>
public sealed class RulesJudged(int count, string file) : DeliveryError($"{count} mistakes are in '{file}'; each is listed above.", "Correct them; each says how.");
