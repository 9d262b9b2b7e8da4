using System.Globalization;
using System.Text.RegularExpressions;

namespace JobSwipe.Migrations;

/// <summary>What the comment lines at the top of a script tell the runner, one <c>-- name: value</c> a line.</summary>
public sealed partial record ScriptHeader
{
    /// <summary>Whether the script and its journal row commit together; <c>-- transaction: none</c> says no.</summary>
    public bool Transaction { get; init; } = true;

    /// <summary><c>-- phase: expand</c> or <c>contract</c>.</summary>
    public Phase Phase { get; init; } = Phase.Expand;

    /// <summary>
    /// <c>-- phase: contract after 1.4.0</c>: the first release that does without what the script takes away; null when the header does not say.
    /// </summary>
    public string? ContractAfter { get; init; }

    /// <summary><c>-- lint: allow some-rule because …</c>, as often as wanted.</summary>
    public IReadOnlyList<LintAllowance> LintAllowances { get; init; } = [];

    /// <summary><c>-- statement-timeout: 30min</c> (ms, s, min, h or <c>none</c>); null leaves it to the runner, zero means none.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary><c>-- lock-timeout: 500ms</c>; null leaves it to the runner.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>Reads the header of a script.</summary>
    /// <exception cref="ScriptNotUsable">A name is unknown or given twice, or a value is not understood; file and line are named.</exception>
    public static ScriptHeader Parse(string file, string sql)
    {
        var header = new ScriptHeader();
        var seen = new HashSet<string>();
        var number = 0;
        for (var start = 0; start < sql.Length;)
        {
            var end = sql.IndexOf('\n', start);
            var line = sql[start..(end < 0 ? sql.Length : end)];
            start = end < 0 ? sql.Length : end + 1;
            number++;
            if (line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)) break;
            if (Entry().Match(line) is not { Success: true } entry) continue;
            var (name, value) = (entry.Groups[1].Value, entry.Groups[2].Value.Trim());
            if (name != "lint" && !seen.Add(name)) throw new ScriptNotUsable(file, number, $"the header '{name}' is there twice", "Keep one of them.");
            header = header.With(name, value, number) ?? throw new ScriptNotUsable(file, number,
                $"the header '{name}: {value}' is not understood",
                "Known: transaction: none; phase: expand, contract or contract after 1.4.0; statement-timeout and lock-timeout: such as 500ms, 30s, 10min, none; "
                + "lint: allow <rule> because <reason>.");
        }
        return header;
    }

    private ScriptHeader? With(string name, string value, int line) => (name, value) switch
    {
        ("transaction", "none") => this with { Transaction = false },
        ("phase", "expand") => this with { Phase = Phase.Expand },
        ("phase", "contract") => this with { Phase = Phase.Contract },
        ("phase", _) when After().Match(value) is { Success: true } match => this with { Phase = Phase.Contract, ContractAfter = match.Groups[1].Value },
        ("lint", _) when Allowance().Match(value) is { Success: true } match =>
            this with { LintAllowances = [.. LintAllowances, new LintAllowance(match.Groups[1].Value, match.Groups[2].Value, line)] },
        ("statement-timeout", _) when Time(value) is { } time => this with { StatementTimeout = time },
        ("lock-timeout", _) when Time(value) is { } time => this with { LockTimeout = time },
        _ => null,
    };

    private static TimeSpan? Time(string value)
    {
        if (value == "none") return TimeSpan.Zero;
        if (Duration().Match(value) is not { Success: true } match) return null;
        var amount = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(amount),
            "s" => TimeSpan.FromSeconds(amount),
            "min" => TimeSpan.FromMinutes(amount),
            _ => TimeSpan.FromHours(amount),
        };
    }

    [GeneratedRegex("^-- ([a-z][a-z-]*): (.+)$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^contract after (\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$")]
    private static partial Regex After();

    [GeneratedRegex("^allow ([a-z][a-z0-9-]*) because (.+)$")]
    private static partial Regex Allowance();

    [GeneratedRegex(@"^(\d{1,6})(ms|s|min|h)$")]
    private static partial Regex Duration();
}
