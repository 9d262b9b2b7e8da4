using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Dashboards;
using JobSwipe.Monitoring.Judging;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Tests;

public sealed class RuleJudgeTests
{
    private const string Said = "summary: wrong, runbook_url: https://example.com/wrong";

    [Theory]
    [InlineData("metric-unknown", "sum(rate(api_request_total[5m])) > 1", Said)]
    [InlineData("metric-unknown", "http_requests_total > 1", Said)]
    [InlineData("label-unknown", "sum(rate(api_requests_total{status=\"500\"}[5m])) > 1", Said)]
    [InlineData("label-unknown", "sum by (code) (rate(api_requests_total[5m])) > 1", Said)]
    [InlineData("label-unknown", "sum(rate(api_requests_total[5m])) by (code) > 1", Said)]
    [InlineData("ratio-of-itself", "rate(api_requests_total{status_code=~\"5..\"}[5m]) / rate(api_requests_total[5m]) > 0.05", Said)]
    [InlineData("ratio-as-percent", "sum(rate(exceptions_total[5m])) / sum(rate(api_requests_total[5m])) > 0.05", "summary: \"{{ $value }}% fail\", runbook_url: x")]
    [InlineData("ratio-as-percent", "(1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) > 0.9", "summary: \"{{ printf \\\"%.2f\\\" $value }} % used\", runbook_url: x")]
    [InlineData("no-runbook", "rate(api_requests_total[5m]) > 1", "summary: wrong")]
    [InlineData("runbook-missing", "rate(api_requests_total[5m]) > 1", "summary: wrong, runbook_url: .github/runbooks/nowhere.md")]
    [InlineData("absent-missing", "up{job=\"api\"} == 0", Said)]
    [InlineData("absent-missing", "node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1", Said)]
    [InlineData("not-promql", "sum(rate(api_requests_total[5m]) > 1", Said)]
    public void Finds(string kind, string expression, string annotations) => Judge(expression, annotations).Select(finding => finding.Kind).ShouldBe([kind]);

    [Theory]
    [InlineData("sum(rate(api_requests_total{status_code=~\"5..\"}[5m])) / sum(rate(api_requests_total[5m])) > 0.05", "summary: \"{{ $value | humanizePercentage }} fail\", runbook_url: x")]
    [InlineData("100 * sum(rate(exceptions_total[5m])) / sum(rate(api_requests_total[5m])) > 5", "summary: \"many\", runbook_url: x")]
    [InlineData("sum(rate(exceptions_total[5m])) / sum(rate(api_requests_total[5m])) * 100 > 5", "summary: \"{{ $value }}% fail\", runbook_url: x")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(api_request_duration_seconds_bucket{endpoint!~\"/metrics\"}[5m] offset 1h))) > 0.5", Said)]
    [InlineData("fly_volume_used_pct > 80", "summary: \"{{ $value }}% used\", runbook_url: x")]
    [InlineData("absent(up{job=\"api\"}) == 1", Said)]
    public void Says_nothing_of_what_is_right(string expression, string annotations) => Judge(expression, annotations).ShouldBeEmpty();

    [Fact]
    public void An_alert_on_absence_is_the_partner_of_one_on_zero()
    {
        using var folder = TemporaryFolder.Create();
        var file = Path.Combine(folder.Path, "rules.yml");
        File.WriteAllText(file, $"groups:\n- name: a\n  rules:\n  - alert: Down\n    expr: up{{job=\"api\"}} == 0\n    annotations: {{ {Said} }}\n  - alert: Gone\n    expr: absent(up{{job=\"api\"}})\n    annotations: {{ {Said} }}\n");

        RuleJudge.Judge(file, KnownMetrics.Catalogue).ShouldBeEmpty();
    }

    [Fact]
    public void Our_own_rules_are_clean()
    {
        using var folder = TemporaryFolder.Create();
        var file = Path.Combine(folder.Path, "rules.yml");
        var groups = AlertBook.At(Pace.Production).Groups.Select(group => RulesFile.Write(group)).Select(text => text[(text.IndexOf("groups:", StringComparison.Ordinal) + 7)..]);
        File.WriteAllText(file, "groups:" + string.Concat(groups));

        RuleJudge.Judge(file, KnownMetrics.Catalogue).Select(finding => $"{finding.Rule}: {finding.Kind}: {finding.Problem}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_query_of_a_panel_names_metrics_and_labels_of_the_catalogue()
    {
        var known = KnownMetrics.Catalogue.WithRecords(AlertBook.At(Pace.Production).Records.Select(record => record.Name));

        foreach (var (where, query) in AllDashboards.Queries)
            foreach (var selector in PromParser.Parse(query).All().OfType<Selector>())
            {
                known.Has(selector.Name).ShouldBeTrue($"{where}: {selector.Name}");
                selector.Matches.ShouldAllBe(match => known.Has(selector.Name, match.Label));
            }
    }

    [Fact]
    public async Task Metrics_can_come_from_what_an_exporter_answers()
    {
        using var folder = TemporaryFolder.Create();
        var metrics = Path.Combine(folder.Path, "metrics.txt");
        await File.WriteAllTextAsync(metrics, "# TYPE jobs_total counter\njobs_total{kind=\"a\"} 1\n# TYPE seen_seconds histogram\n", TestContext.Current.CancellationToken);
        var known = await KnownMetrics.ReadAsync(metrics, TestContext.Current.CancellationToken);

        known.Has("jobs_total", "kind").ShouldBeTrue();
        known.Has("jobs_total", "sort").ShouldBeFalse();
        known.Has("seen_seconds_bucket").ShouldBeTrue();
        known.Has("job_total").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/nowhere/metrics.txt")]
    [InlineData("http://127.0.0.1:1/metrics")]
    public async Task Refuses_metrics_that_cannot_be_read(string place) =>
        (await Should.ThrowAsync<MetricsUnreadable>(() => KnownMetrics.ReadAsync(place, TestContext.Current.CancellationToken))).Problem.ShouldContain(place);

    [Theory]
    [InlineData("groups: [")]
    [InlineData("a: b")]
    public void Refuses_a_file_that_holds_no_rules(string text)
    {
        using var folder = TemporaryFolder.Create();
        File.WriteAllText(Path.Combine(folder.Path, "rules.yml"), text);

        Should.Throw<RulesUnreadable>(() => RuleJudge.Judge(Path.Combine(folder.Path, "rules.yml"), KnownMetrics.Catalogue));
    }

    [Fact]
    public void A_label_that_a_metric_does_not_have_cannot_be_written() =>
        Should.Throw<LabelUnknown>(() => AppMetrics.Requests.Where(Label.Status.Is("500"))).Message.ShouldContain("status_code");

    private static IReadOnlyList<RuleFinding> Judge(string expression, string annotations)
    {
        using var folder = TemporaryFolder.Create();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        var file = Path.Combine(folder.Path, "rules.yml");
        File.WriteAllText(file, $"groups:\n- name: a\n  rules:\n  - alert: Wrong\n    expr: '{expression}'\n    annotations: {{ {annotations} }}\n");
        return RuleJudge.Judge(file, KnownMetrics.Catalogue);
    }
}
