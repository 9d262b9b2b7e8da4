using System.Globalization;
using System.Text.Json;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>One instant query to Prometheus (HTTP API, <c>/api/v1/query</c>).</summary>
public static class PrometheusQuery
{
    /// <summary>The first value of the answer; null when there is no data, or a ratio of nothing.</summary>
    /// <exception cref="DeliveryError">Prometheus does not answer, or refuses the query.</exception>
    public static async Task<double?> InstantAsync(Uri prometheus, string query, CancellationToken cancellation = default)
    {
        using var client = new HttpClient { BaseAddress = prometheus, Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await client.GetAsync($"api/v1/query?query={Uri.EscapeDataString(query)}", cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            using var json = JsonDocument.Parse(text);
            if (!answer.IsSuccessStatusCode) throw new DeliveryError($"Prometheus refuses '{query}': {json.RootElement.GetProperty("error").GetString()}", "Correct the query in smoke.json.");
            var result = json.RootElement.GetProperty("data").GetProperty("result");
            if (result.ValueKind != JsonValueKind.Array || result.GetArrayLength() == 0) return null;
            var value = double.Parse(result[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
            return double.IsNaN(value) ? null : value;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException
            || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new DeliveryError($"Prometheus at {prometheus} does not answer: {exception.Message}", "Check the address and that it can be reached from here.", exception);
        }
    }
}
