using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Objectives;

/// <summary>Multi-window, multi-burn-rate alerts of an objective (SRE workbook, chapter 5), and the records that they read.</summary>
/// <param name="slo">The objective.</param>
/// <param name="pace">How often everything happens.</param>
public sealed class BurnRate(Slo slo, Pace pace)
{
    /// <summary>Factor, long window, short window: 14.4 uses 2 % of the budget of 30 days in an hour, 6 uses 5 % in 6 hours, 1 uses 10 % in 3 days.</summary>
    private static readonly (double Factor, TimeSpan Long, TimeSpan Short)[] Page =
        [(14.4, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)), (6, TimeSpan.FromHours(6), TimeSpan.FromMinutes(30))];
    private static readonly (double Factor, TimeSpan Long, TimeSpan Short)[] Ticket =
        [(3, TimeSpan.FromDays(1), TimeSpan.FromHours(2)), (1, TimeSpan.FromDays(3), TimeSpan.FromHours(6))];

    /// <summary>Windows of the records, those of production.</summary>
    public static IReadOnlyList<TimeSpan> Windows { get; } = [.. Page.Concat(Ticket).SelectMany(pair => new[] { pair.Short, pair.Long }).Distinct().Order()];

    /// <summary>The name of the record of a window.</summary>
    public static string Record(TimeSpan window) => $"slo:sli_error:ratio_rate{Duration.Text(window)}";

    /// <summary>What is recorded: the bad share of each window, and the budget that is left.</summary>
    public IEnumerable<RecordingRule> Records()
    {
        slo.Check();
        foreach (var (name, value) in slo.Records) yield return new RecordingRule(name, value, new Dictionary<string, string>());
        var labels = new Dictionary<string, string> { [Label.Slo.Name] = slo.Name };
        foreach (var window in Windows) yield return new RecordingRule(Record(window), slo.BadShare(pace.Window(window)), labels);
        // The whole period from the hour's record: reading 30 days of requests at every evaluation would cost more than all other rules.
        yield return new RecordingRule("slo:error_budget_left:ratio",
            (Expr)1 - new Expr($"avg_over_time({Record(TimeSpan.FromHours(1))}{{slo=\"{slo.Name}\"}}[{Duration.Text(pace.Window(slo.Period))}])") / slo.Budget, labels);
        yield return new RecordingRule("slo:objective:ratio", new Expr($"vector({Expr.Number(slo.Objective / 100)})"), labels);
    }

    /// <summary>A page for a budget that burns fast, a ticket for one that burns slowly.</summary>
    public IEnumerable<Alert> Alerts()
    {
        var name = string.Concat(slo.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        yield return Of($"{name}BurnsFast", slo.Wakes ? Severity.Critical : Severity.Warning, Page, pace.Objective);
        yield return Of($"{name}BurnsSlowly", Severity.Warning, Ticket, pace.Patience(TimeSpan.FromMinutes(15)));
    }

    private Alert Of(string name, Severity severity, (double Factor, TimeSpan Long, TimeSpan Short)[] pairs, TimeSpan patience)
    {
        Expr Above(TimeSpan window, double factor) => new Expr($"{Record(window)}{{slo=\"{slo.Name}\"}}") > factor * slo.Budget;
        var fast = pairs == Page;
        return new Alert
        {
            Name = name,
            RunbookName = $"Objective{name[..name.IndexOf("Burns", StringComparison.Ordinal)]}",
            Severity = severity,
            Tier = Tier.Objective,
            Subject = $"slo-{slo.Name}",
            When = pairs.Select(pair => Above(pair.Long, pair.Factor).AndOnNothing(Above(pair.Short, pair.Factor))).Aggregate((one, other) => one.Or(other)),
            For = patience,
            Summary = $"{slo.Promise} The budget burns {(fast ? "so fast that it is gone in days" : "faster than it comes back")}.",
            Description = $"{{{{ $value | humanizePercentage }}}} were bad, where {Expr.Number(slo.Budget * 100)}% may be.",
            Runbook = slo.Runbook,
            Firing = slo.Burning with { At = slo.Burning.At + (fast ? TimeSpan.Zero : TimeSpan.FromMinutes(15)), Says = slo.Burning.Says + $" were bad, where {Expr.Number(slo.Budget * 100)}% may be.", Labels = new Dictionary<string, string> { [Label.Slo.Name] = slo.Name } },
            Quiet = slo.Kept,
        };
    }
}

/// <summary>A series that Prometheus computes.</summary>
public sealed record RecordingRule(string Name, Expr Value, IReadOnlyDictionary<string, string> Labels);
