using System.Diagnostics;
using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Running;

namespace JobSwipe.Monitoring.Drill;

/// <summary>Breaks what is watched, one fault after another, and measures when who is told.</summary>
public sealed class DetectionDrill
{
    // Odd and prime: with two faults in turn, each of them meets all phases.
    private const int Phases = 5;

    private readonly LocalMonitoring _local;
    private readonly AlertBook _book;
    private readonly PrometheusClient _prometheus;
    private readonly Action<string> _say;
    // Objectives whose budget was burnt by a fault before may say so at any time later, as a warning.
    private bool _burnt;

    private DetectionDrill(LocalMonitoring local, Action<string> say) =>
        (_local, _book, _prometheus, _say) = (local, AlertBook.At(local.Pace), new PrometheusClient(local.PrometheusUrl), say);

    /// <summary>Runs a drill.</summary>
    /// <param name="settings">What is watched.</param>
    /// <param name="faults">What is broken.</param>
    /// <param name="panels">Queries that must have data: where they are, and the query.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<DrillResult> RunAsync(StackSettings settings, IReadOnlyList<Fault> faults, IReadOnlyList<(string Where, string Query)> panels, CancellationToken cancellation = default)
    {
        var began = DateTimeOffset.UtcNow;
        await using var local = await LocalMonitoring.StartAsync(settings, cancellation);
        var drill = new DetectionDrill(local, settings.Say);
        using var keepFresh = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = drill.WriteBackupsAsync(keepFresh.Token);
        await drill.SettleAsync(cancellation);
        var drilled = new List<DrilledFault>();
        foreach (var fault in faults)
        {
            // One ends in step with Prometheus, so that all of them would begin at the same moment between two scrapes, a lucky or an unlucky one.
            await Task.Delay(local.Pace.Scrape * (drilled.Count % Phases / (double)Phases), cancellation);
            drilled.Add(await drill.OneAsync(fault, cancellation));
        }
        var answers = await drill.AskAsync(panels, cancellation);
        // The median of each group: one evaluation may have waited for a processor.
        var milliseconds = await drill._prometheus.NumberAsync("sum(quantile_over_time(0.5, prometheus_rule_group_last_duration_seconds[30m])) * 1000", cancellation);
        await keepFresh.CancelAsync();
        await writing;
        return new DrillResult(began, local.Pace.Name, drilled, answers, Math.Round(milliseconds ?? 0, 2));
    }

    private async Task<DrilledFault> OneAsync(Fault fault, CancellationToken cancellation)
    {
        var budget = fault.Budget(_book);
        if (fault.Name == "disk" && !_local.HasDisk)
            return new DrilledFault(fault.Name, fault.Alert, budget.TotalSeconds, null, null, null, 0, [], "no disk of our own can be mounted here (unshare --mount was refused)");
        await SettleAsync(cancellation);
        var before = _local.Inbox.Messages.Count;
        _say($"{fault.Name}: waiting for {fault.Alert}, at most {budget.TotalSeconds:0.0} s");
        await fault.Break(_local, cancellation);
        // A replaced service is there when Break is done; everything else was done within milliseconds.
        var broken = DateTimeOffset.UtcNow;
        var byMail = fault.Alert != Inbox.MonitoringDead;
        var patience = budget + TimeSpan.FromSeconds(15);
        var slack = await WaitAsync(message => message is { Way: "slack", IsFiring: true } && message.Alert == fault.Alert, before, patience, cancellation);
        var mail = byMail && slack is not null ? await WaitAsync(message => message is { Way: "mail", IsFiring: true } && message.Alert == fault.Alert, before, patience, cancellation) : null;
        // A second page would come within the time that symptoms and objectives wait.
        await Task.Delay((fault.IsPage ? _local.Pace.Objective : _local.Pace.Cause) + _local.Pace.Evaluate * 2, cancellation);
        await fault.Mend(_local, cancellation);
        var mended = DateTimeOffset.UtcNow;
        var resolved = slack is null ? null : await WaitAsync(message => message is { Way: "slack", IsFiring: false } && message.Alert == fault.Alert, before, ResolvePatience, cancellation);
        await SettleAsync(cancellation);
        var came = _local.Inbox.Messages.Skip(before).ToArray();
        var problems = Problems(fault, budget, slack?.At - broken, mail is not null || !byMail, resolved is not null, came).ToList();
        _burnt |= fault.Alert is "ErrorsHigh" or "LatencyHigh" or "DatabaseDown" or "BackupMissed";
        var result = new DrilledFault(fault.Name, fault.Alert, Math.Round(budget.TotalSeconds, 2), Seconds(slack?.At - broken), Seconds(mail?.At - broken), Seconds(resolved?.At - mended), Pages(came), problems);
        _say($"{fault.Name}: told after {result.SlackSeconds} s, mail after {result.MailSeconds} s, end after {result.ResolvedSeconds} s{string.Concat(problems.Select(problem => $"; {problem}"))}");
        return result;
    }

    private TimeSpan ResolvePatience => _local.Pace.Window(TimeSpan.FromMinutes(1)) * 2 + _local.Pace.GroupInterval * 2 + _local.Pace.Validity + TimeSpan.FromSeconds(30);

    private IEnumerable<string> Problems(Fault fault, TimeSpan budget, TimeSpan? told, bool mailed, bool resolved, Message[] came)
    {
        if (told is null) yield return "missed: nobody was told";
        else if (told > budget) yield return $"late: {told.Value.TotalSeconds:0.0} s of {budget.TotalSeconds:0.0} s";
        if (told is not null && !mailed) yield return "no mail came";
        if (told is not null && !resolved) yield return "its end was not told";
        var pages = Pages(came);
        if (pages > (fault.IsPage ? 1 : 0)) yield return $"{pages} pages: {string.Join(", ", came.Where(message => message is { Way: "page", IsFiring: true }).Select(message => message.Alert))}";
        if (fault.IsPage && told is not null && pages == 0) yield return "nobody was woken";
        foreach (var other in came.Where(message => message.IsFiring && message.Way != "page").Select(message => message.Alert).Distinct().Where(name => name != fault.Alert && !IsExpected(fault, name)))
            yield return $"{other} came without its fault";
    }

    private bool IsExpected(Fault fault, string name)
    {
        if (fault.With.Contains(name) || Ambient.Contains(name)) return true;
        var alert = _book.Alerts.FirstOrDefault(alert => alert.Name == name);
        return alert is { Tier: Tier.Objective, Severity: Severity.Warning } && (_burnt || fault.Alert is "ErrorsHigh" or "LatencyHigh" or "DatabaseDown" or "BackupMissed");
    }

    // This machine may really be busy.
    private static readonly string[] Ambient = ["HostSaturated", "HostMemoryLow"];

    private static int Pages(Message[] came) => came.Count(message => message is { Way: "page", IsFiring: true });

    private static double? Seconds(TimeSpan? time) => time is { } known ? Math.Round(known.TotalSeconds, 2) : null;

    private async Task<Message?> WaitAsync(Func<Message, bool> isIt, int from, TimeSpan patience, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; await Task.Delay(20, cancellation))
            if (_local.Inbox.Messages.Skip(from).FirstOrDefault(isIt) is { } message) return message;
        return null;
    }

    // Until nothing is pending or fires but what always does, and what the fault before left in long windows.
    private async Task SettleAsync(CancellationToken cancellation)
    {
        var quiet = new[] { "severity!=\"none\"", "tier!=\"objective\"", $"alertname!~\"{string.Join('|', Ambient)}\"" };
        var query = $"count(ALERTS{{{string.Join(',', quiet)}}}) or (count(ALERTS{{tier=\"objective\",severity=\"critical\"}}) unless on() ALERTS{{alertname=\"OutageRecently\",alertstate=\"firing\"}}) or (absent(ALERTS{{alertname=\"Watchdog\",alertstate=\"firing\"}}))";
        var patience = ResolvePatience + _local.Pace.Window(TimeSpan.FromMinutes(30)) + TimeSpan.FromSeconds(30);
        for (var (clock, calm) = (Stopwatch.StartNew(), 0); ; await Task.Delay(250, cancellation))
        {
            calm = await _prometheus.NumberOrAsync(query, 0, cancellation) == 0 ? calm + 1 : 0;
            if (calm >= 4) return;
            if (clock.Elapsed > patience) throw new DrillNotQuiet(await _prometheus.AlertsAsync(cancellation), patience);
        }
    }

    private async Task WriteBackupsAsync(CancellationToken cancellation)
    {
        try
        {
            for (; ; await Task.Delay(200, cancellation)) _local.WriteBackups(_local.BackupAge);
        }
        catch (OperationCanceledException)
        {
            // The drill has ended.
        }
    }

    private async Task<IReadOnlyList<AnsweredQuery>> AskAsync(IReadOnlyList<(string Where, string Query)> panels, CancellationToken cancellation)
    {
        var answers = new List<AnsweredQuery>();
        foreach (var (where, query) in panels) answers.Add(new AnsweredQuery(where, query, await _prometheus.SeriesOfRangeAsync(query, TimeSpan.FromMinutes(5), cancellation)));
        return answers;
    }
}

/// <summary>Something fires before anything was broken.</summary>
public sealed class DrillNotQuiet(IReadOnlyList<string> alerts, TimeSpan patience) : Tools.DeliveryError(
    $"The drill cannot go on: after {patience.TotalSeconds:0} s these alerts still are pending or fire: {string.Join(", ", alerts)}.", "Look at the alert's rule; ./build.sh MonitoringUp leaves the same Prometheus running to look at.");
