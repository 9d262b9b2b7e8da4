using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class HealthAlwaysOk : InspectRule
{
    public override string Why => "The answer says unhealthy and its status says 200: load balancers, checks and smoke tests see nothing.";

    public override string Fix => "Answer 503 when something is unhealthy.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var endpoint in at.Python.Endpoints.Where(endpoint => endpoint.IsHealth))
            if (!Regex.IsMatch(endpoint.Body, @"status_code|HTTPException|\braise\b|Response\(") && Regex.Match(endpoint.Body, @"[""'](unhealthy|degraded|error|down|unavailable|failed|disconnected)[""']") is { Success: true } word)
                yield return endpoint.File.At(endpoint.Line, $"{endpoint.Path} answers {word.Value} with status 200");
    }
}
