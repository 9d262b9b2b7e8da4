using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection;

/// <summary>What the backend's Python says about itself: routes, metrics, health endpoints. Read by patterns; what they do not know raises no alarm.</summary>
internal sealed class PythonCode
{
    private static readonly string[] Builtin = ["/docs", "/redoc", "/openapi.json", "/metrics"];
    private readonly IReadOnlyList<SourceFile> _files;

    public PythonCode(IReadOnlyList<SourceFile> files)
    {
        _files = files;
        Endpoints = [.. files.SelectMany(EndpointsIn)];
        var prefixes = Literals(@"prefix\s*=\s*[fr]?[""'](/[^""']*)[""']").Concat(Literals(@"\w*(?:PREFIX|API_V\d+_STR|API_PATH)\w*\s*(?::\s*str\s*)?=\s*[""'](/[^""']*)[""']")).Append("").Distinct().ToArray();
        var joined = prefixes.SelectMany(one => prefixes.Select(other => one + other)).Distinct().ToArray();
        Routes = Endpoints.Count == 0 ? [] : [.. joined.SelectMany(prefix => Endpoints.Select(endpoint => (endpoint, Path: prefix + endpoint.Path)))
            // A router's /{id} is under a prefix; alone it would be every path.
            .Where(route => !route.endpoint.OfRouter || !route.Path.StartsWith("/{", StringComparison.Ordinal)).Select(route => route.Path).Concat(Builtin).Select(Pattern)];
        Mounts = [.. Literals(@"\.mount\(\s*[""'](/[^""']*)[""']")];
        Metrics = [.. files.SelectMany(file => file.Matches(@"^\s*([\w.]+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?(Counter|Gauge|Histogram|Summary)\(\s*[""'](\w+)[""']((?:[^()]|\([^()]*\))*)\)").Select(match => Metric(file, match)))];
    }

    public IReadOnlyList<Endpoint> Endpoints { get; }

    public IReadOnlyList<BackendMetric> Metrics { get; }

    private IReadOnlyList<Regex> Routes { get; }

    private IReadOnlyList<string> Mounts { get; }

    /// <summary>Whether the backend answers there; also true when its routes are not known.</summary>
    public bool Answers(string path) => Routes.Count == 0 || Mounts.Any(mount => path.StartsWith(mount, StringComparison.Ordinal)) || Routes.Any(route => route.IsMatch(path));

    /// <summary>The exported name's metric, with or without the endings that Prometheus' client adds.</summary>
    public BackendMetric? Find(string series) => Metrics.FirstOrDefault(metric => metric.Series.Contains(series));

    private IEnumerable<string> Literals(string pattern) => _files.SelectMany(file => file.Matches(pattern)).Select(match => match.Groups[1].Value.TrimEnd('/'));

    private BackendMetric Metric(SourceFile file, Match match)
    {
        var name = match.Groups[1].Value.Split('.')[^1];
        var fed = _files.Any(other => Regex.IsMatch(other.Text, $@"\b{name}\s*\.\s*(labels|inc|dec|set|observe|time|track_inprogress|set_to_current_time|set_function|count_exceptions)\s*\("));
        var labels = Regex.Match(match.Groups[4].Value, @"[\[(]\s*((?:[""']\w+[""']\s*,?\s*)+)[\])]");
        return new BackendMetric(file, file.LineOf(match.Groups[3].Index), match.Groups[2].Value, match.Groups[3].Value,
            [.. Regex.Matches(labels.Groups[1].Value, @"\w+").Select(label => label.Value)], fed);
    }

    private static IEnumerable<Endpoint> EndpointsIn(SourceFile file)
    {
        foreach (var match in file.Matches(@"^([ \t]*)@(\w[\w.]*)\.(?:get|post|put|delete|patch|head|options|api_route|route|websocket)\(\s*(?:path\s*=\s*)?[""']([^""']*)[""']"))
        {
            var (indent, router, path) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            var rest = file.Text[match.Index..];
            var handler = Regex.Match(rest, @"^[ \t]*(async )?def ", RegexOptions.Multiline);
            // A line that closes a long list of parameters is no end of the handler.
            var end = new Regex($@"\n{indent}[^\s)\]}}#]").Match(rest, handler.Index + handler.Length);
            var body = handler.Success && end.Success ? rest[..end.Index] : rest;
            var own = Regex.Match(file.Text, $@"^\s*{router}\s*=\s*\w*Router\(([^()]*)\)", RegexOptions.Multiline);
            var prefix = Regex.Match(own.Groups[1].Value, @"prefix\s*=\s*[""'](/[^""']*)[""']").Groups[1].Value.TrimEnd('/');
            yield return new Endpoint(file, file.LineOf(match.Index), prefix + path, body) { OfRouter = own.Success };
        }
    }

    private static Regex Pattern(string route) => new("^" + Regex.Replace(Regex.Escape(route.TrimEnd('/')).Replace("}", "\\}"), @"\\\{[^}]*\\\}", "[^/]+") + "/?$");
}

/// <summary>A handler of requests.</summary>
/// <param name="File">Where.</param>
/// <param name="Line">Of its decorator.</param>
/// <param name="Path">With its router's own prefix, without those under which routers are included.</param>
/// <param name="Body">Its code.</param>
internal sealed record Endpoint(SourceFile File, int Line, string Path, string Body)
{
    public bool OfRouter { get; init; }

    public bool IsHealth => Regex.IsMatch(Path, @"(^|/)(health|healthz|ready|readyz|live|livez|readiness|liveness)(/|$)");
}

/// <summary>A metric that the backend defines.</summary>
/// <param name="Fed">Whether any code updates it.</param>
internal sealed record BackendMetric(SourceFile File, int Line, string Type, string Name, IReadOnlyList<string> Labels, bool Fed)
{
    /// <summary>The names of its series.</summary>
    public IReadOnlyList<string> Series => Type switch
    {
        "Counter" => Name.EndsWith("_total", StringComparison.Ordinal) ? [Name, Name[..^6] + "_created"] : [Name + "_total", Name + "_created"],
        "Histogram" => [Name + "_bucket", Name + "_sum", Name + "_count", Name + "_created"],
        "Summary" => [Name, Name + "_sum", Name + "_count", Name + "_created"],
        _ => [Name],
    };
}
