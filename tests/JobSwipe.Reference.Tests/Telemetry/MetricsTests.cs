using System.Net.Http.Json;
using System.Text.RegularExpressions;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Telemetry;

public partial class MetricsTests(SeededService seeded) : IClassFixture<SeededService>
{
    // Of the product's catalogue, those that this service feeds; monitoring relies on these names and labels.
    private static readonly string[] Catalogue =
    [
        "analytics_events_total{event_type}", "api_request_duration_seconds{method,endpoint}", "api_requests_total{method,endpoint,status_code}",
        "auth_login_attempts_total{provider,status}", "auth_token_generations_total{token_type}", "database_connections_active", "database_connections_idle",
        "database_errors_total{error_type}", "database_query_duration_seconds{query_type}", "error_responses_total{status_code,endpoint}",
        "exceptions_total{exception_type,endpoint}", "health_check_total{status,component}", "job_matching_duration_seconds",
        "job_matching_requests_total{result}", "jobs_matched_total{score_range}", "service_uptime_seconds", "users_registered_total{provider}",
    ];

    [Fact]
    public async Task Only_names_and_labels_of_the_catalogue_are_exported_and_the_standard_ones_of_a_process()
    {
        await UseEverythingAsync();
        var known = Catalogue.ToDictionary(entry => entry.Split('{')[0], entry => entry.Contains('{') ? entry.Split('{')[1].TrimEnd('}').Split(',') : []);
        foreach (var (name, labels, _) in await SamplesAsync())
        {
            if (name.StartsWith("process_", StringComparison.Ordinal)) continue;
            var metric = known.ContainsKey(name) ? name : Suffix().Replace(name, "");
            known.ShouldContainKey(metric);
            labels.Keys.Where(label => label != "le").ShouldBe(known[metric], ignoreOrder: true, metric);
        }
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        await UseEverythingAsync();
        var samples = await SamplesAsync();

        double Sum(string name, string? label = null, string? value = null) =>
            samples.Where(sample => sample.Name == name && (label is null || sample.Labels.GetValueOrDefault(label) == value)).Sum(sample => sample.Value);

        Sum("api_requests_total", "endpoint", "/api/v1/jobs/feed").ShouldBeGreaterThanOrEqualTo(1);
        Sum("api_request_duration_seconds_count", "endpoint", "/api/v1/jobs/{id}/swipe").ShouldBeGreaterThanOrEqualTo(2);
        Sum("users_registered_total", "provider", "guest").ShouldBeGreaterThanOrEqualTo(1);
        Sum("jobs_matched_total").ShouldBeGreaterThanOrEqualTo(1);
        Sum("analytics_events_total", "event_type", "swipe_left").ShouldBeGreaterThanOrEqualTo(1);
        Sum("job_matching_requests_total", "result", "found").ShouldBeGreaterThanOrEqualTo(1);
        Sum("error_responses_total", "status_code", "404").ShouldBeGreaterThanOrEqualTo(1);
        Sum("health_check_total", "component", "service").ShouldBeGreaterThanOrEqualTo(1);
        Sum("database_connections_idle").ShouldBeGreaterThanOrEqualTo(1);
        Sum("service_uptime_seconds").ShouldBeGreaterThan(0);
        Sum("process_resident_memory_bytes").ShouldBeGreaterThan(1024 * 1024);
    }

    [Fact]
    public async Task Paths_and_methods_that_strangers_choose_make_no_series_of_their_own()
    {
        for (var request = 0; request < 3; request++) await seeded.Client.GetAsync($"/stranger/{Guid.NewGuid()}", TestContext.Current.CancellationToken);
        using var odd = new HttpRequestMessage(new HttpMethod("BREW"), "/health");
        await seeded.Client.SendAsync(odd, TestContext.Current.CancellationToken);
        var text = await seeded.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        text.ShouldNotContain("stranger");
        text.ShouldNotContain("BREW");
    }

    private async Task UseEverythingAsync()
    {
        using var guest = await seeded.Service.GuestAsync();
        var feed = await guest.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/jobs/feed?limit=2");
        await guest.PostAsJsonAsync($"/api/v1/jobs/{feed.GetProperty("items")[0].GetProperty("id")}/swipe", new { action = "right" });
        await guest.PostAsJsonAsync($"/api/v1/jobs/{feed.GetProperty("items")[1].GetProperty("id")}/swipe", new { action = "left" });
        await guest.GetAsync("/nowhere");
        await guest.GetAsync("/health");
        await guest.GetAsync("/ready");
        await guest.PostAsJsonAsync("/api/v1/auth/login", new { email = "a@example.net", password = "long enough" });
    }

    private async Task<List<(string Name, Dictionary<string, string> Labels, double Value)>> SamplesAsync() =>
        (await seeded.Client.GetStringAsync("/metrics")).Split('\n').Select(line => Sample().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["name"].Value,
                Label().Matches(match.Groups["labels"].Value).ToDictionary(label => label.Groups[1].Value, label => label.Groups[2].Value),
                double.Parse(match.Groups["value"].Value)))
            .ToList();

    [GeneratedRegex(@"^(?<name>[a-z_]+)(\{(?<labels>.*)\})? (?<value>\S+)$")]
    private static partial Regex Sample();

    [GeneratedRegex("""([a-z_]+)="([^"]*)",?""")]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
