using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class CommandUnknown : InspectRule
{
    public override string Why => "The tool has no such command: the step fails just when it is needed.";

    public override string Fix => "Use a command that the tool has; to roll back with Fly, deploy the former image: fly deploy --image <name>@sha256:…";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("fly", "flyctl") && command.Words.Count > 1))
                if (command.Words.Skip(1).FirstOrDefault(word => !word.StartsWith('-')) is { } verb && Regex.IsMatch(verb, "^[a-z][a-z-]*$") && command.Words[1] == verb && !Commands.Contains(verb))
                    yield return block.At(command, $"flyctl has no '{verb}'; the nearest that it has is '{Nearest.To(verb, Commands)}'");
    }

    // superfly/flyctl, internal/command/root/root.go, with aliases.
    private static readonly HashSet<string> Commands =
    [
        "agent", "apps", "app", "auth", "builds", "certs", "checks", "config", "console", "consul", "create", "curl", "dashboard", "deploy", "destroy", "dig", "dns-records", "docs", "doctor",
        "domains", "dnsrecords", "extensions", "ext", "help", "history", "image", "incidents", "info", "ips", "jobs", "launch", "litefs-cloud", "logs", "log", "machine", "machines", "m", "mcp", "metrics",
        "migrate-to-v2", "monitor", "move", "mpg", "managed-postgres", "mysql", "open", "orgs", "org", "ping", "platform", "postgres", "pg", "proxy", "redis", "registry", "regions", "releases",
        "release", "restart", "resume", "scale", "secrets", "secret", "services", "settings", "sftp", "ssh", "status", "storage", "suspend", "synthetics", "tokens", "token", "upgrade", "version", "volumes", "volume", "vol",
        "vm", "wireguard", "wg",
    ];
}
