using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SmokeUrlUnknown : InspectRule
{
    public override string Why => "A smoke test of a path that does not exist fails every good release, or is made to ignore failures.";

    public override string Fix => "Ask a path that the backend serves.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("curl", "wget", "http", "ab", "hey", "wrk")))
                foreach (Match match in Regex.Matches(command.Text, @"(https?://([\w.-]+\.fly\.dev|localhost|127\.0\.0\.1|\$\{?\w+\}?)(:\d+)?|\$\{?\w*(URL|HOST|BASE)\w*\}?)(?<path>/[\w./-]*)(?![\w$}{*])", RegexOptions.IgnoreCase))
                    if (match.Groups["path"].Value is var path && !Other.IsMatch(match.Value) && !at.Python.Answers(path))
                        yield return block.At(command, $"the backend has no {path}");
    }

    // Ports of other services than the backend: Prometheus, Alertmanager, Grafana, Ollama, MinIO, databases; and foreign hosts in variables.
    private static readonly Regex Other = new(@":(9090|9093|3000|11434|9000|9001|5555|5432|6379)\b|WEBHOOK|SLACK|PROM|GRAFANA|GITHUB|OLLAMA|MINIO|S3", RegexOptions.IgnoreCase);
}
