using System.Globalization;
using System.Text.Json;

namespace JobSwipe.Monitoring.Drill;

/// <summary>Asks a Prometheus (prometheus.io, HTTP API).</summary>
internal sealed class PrometheusClient(Uri address)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The first value of a query; null without any.</summary>
    public async Task<double?> NumberAsync(string query, CancellationToken cancellation)
    {
        var result = (await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}", cancellation)).GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0 ? null : double.Parse(result[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>The same, or another number without any value; NaN when Prometheus does not answer.</summary>
    public async Task<double> NumberOrAsync(string query, double otherwise, CancellationToken cancellation)
    {
        try
        {
            return await NumberAsync(query, cancellation) ?? otherwise;
        }
        catch (HttpRequestException)
        {
            return double.NaN;
        }
    }

    /// <summary>What is pending or fires.</summary>
    public async Task<IReadOnlyList<string>> AlertsAsync(CancellationToken cancellation) =>
        [.. (await GetAsync("/api/v1/alerts", cancellation)).GetProperty("data").GetProperty("alerts").EnumerateArray().Select(alert => $"{alert.GetProperty("labels").GetProperty("alertname")} ({alert.GetProperty("state")})")];

    /// <summary>How many series a panel would draw of the last minutes.</summary>
    public async Task<int> SeriesOfRangeAsync(string query, TimeSpan range, CancellationToken cancellation)
    {
        var end = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var answer = await GetAsync($"/api/v1/query_range?query={Uri.EscapeDataString(query)}&start={end - (long)range.TotalSeconds}&end={end}&step=5", cancellation);
        return answer.GetProperty("data").GetProperty("result").EnumerateArray().Count(series => series.GetProperty("values").EnumerateArray().Any(value => value[1].GetString() != "NaN"));
    }

    /// <summary>The addresses that it scrapes, without those of our own stand-ins.</summary>
    public async Task<IReadOnlyList<Uri>> TargetsAsync(CancellationToken cancellation) =>
        [.. (await GetAsync("/api/v1/targets?state=active", cancellation)).GetProperty("data").GetProperty("activeTargets").EnumerateArray().Select(target => new Uri(target.GetProperty("scrapeUrl").GetString()!)).Where(target => !target.AbsolutePath.StartsWith("/standin", StringComparison.Ordinal))];

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await Http.GetAsync(new Uri(address, path), cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement.Clone() : throw new QueryRefused(path, text);
    }
}

/// <summary>Prometheus does not take a query.</summary>
public sealed class QueryRefused(string query, string answer) : Tools.DeliveryError($"Prometheus refuses {Uri.UnescapeDataString(query)}: {answer.Trim()}", "Correct the query.");
