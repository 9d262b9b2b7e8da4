using System.Text;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets import</c>: NAME=VALUE lines from standard input (internal/command/secrets/parser.go).</summary>
internal sealed class SecretsImport : ICommand
{
    private const string Triple = "\"\"\"";

    public string Path => "secrets import";

    public IReadOnlyList<Flag> Flags => SecretChange.Flags;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation) =>
        await SecretChange.ApplyAsync(invocation, Parse(await invocation.Input.ReadToEndAsync(cancellation)), cancellation);

    /// <summary>Comments, double quotes around a value, and values of several lines between three of them.</summary>
    internal static Dictionary<string, string?> Parse(string text)
    {
        var secrets = new Dictionary<string, string?>();
        var (open, lines) = ((string?)null, new StringBuilder());
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (open is not null)
            {
                var ends = line.EndsWith(Triple, StringComparison.Ordinal);
                lines.Append(ends ? line[..^Triple.Length] : line + "\n");
                if (!ends) continue;
                secrets[open] = lines.ToString();
                open = null;
                continue;
            }
            if (line.StartsWith('#') || string.IsNullOrWhiteSpace(line)) continue;
            // flyctl shows the line; a secret without its name has no place in a log.
            var (name, value) = line.Split('=', 2) is [var before, var after] ? (before.Trim(), after.TrimStart(' '))
                : throw new FlyError($"Secrets must be provided as NAME=VALUE pairs (a line of {line.Length} characters without '=' is invalid)");
            if (value.StartsWith(Triple, StringComparison.Ordinal))
            {
                open = name;
                lines.Clear().Append(value[Triple.Length..]).Append('\n');
                continue;
            }
            secrets[name] = value.Length > 1 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
        }
        return open is null ? secrets : throw new FlyError($"the value of {open} has no closing {Triple}");
    }
}
