using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class HealthConstant : InspectRule
{
    public override string Why => "It answers healthy whatever is broken: a release that cannot reach its database is put into service.";

    public override string Fix => "Let a readiness endpoint ask what the service needs, and answer 503 when that fails.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        var health = at.Python.Endpoints.Where(endpoint => endpoint.IsHealth).ToArray();
        foreach (var endpoint in health.Where(Constant))
            if (endpoint.Path.Contains("ready", StringComparison.Ordinal) || endpoint.Path.Contains("worker", StringComparison.Ordinal) || health.All(Constant))
                yield return endpoint.File.At(endpoint.Line, $"{endpoint.Path} asks nothing");
    }

    // What it calls or awaits besides building its answer.
    private static bool Constant(Endpoint endpoint) => endpoint.Body.IndexOf("def ", StringComparison.Ordinal) is >= 0 and var start
        && Regex.Match(endpoint.Body[start..], @"def \w+\s*\(([^()]|\([^()]*\))*\)[^:]*:(.*)$", RegexOptions.Singleline) is { Success: true } match
        && !match.Groups[0].Value.Contains("Depends(", StringComparison.Ordinal)
        && !Regex.IsMatch(Regex.Replace(match.Groups[2].Value, @"""""""[\s\S]*?""""""|'''[\s\S]*?'''|""[^""\n]*""|'[^'\n]*'", ""), @"\bawait\b|\bwith\b|\btry\b|\bif\b|(?<!\b(JSONResponse|Response|PlainTextResponse|dict|str|time|isoformat|now|utcnow|getenv|get|HealthResponse|round|int))\(")
        && Regex.IsMatch(match.Groups[2].Value, @"\breturn\b");
}
