using System.Text;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Pushes metrics to a Prometheus Pushgateway (github.com/prometheus/pushgateway, README: PUT replaces a group).</summary>
public static class Pushgateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Replaces the group of the job <c>jobswipe_backup</c> and an environment.</summary>
    /// <exception cref="MetricsNotPushed">It does not answer, or refuses.</exception>
    public static async Task PushAsync(Uri gateway, string environment, string text, CancellationToken cancellation = default)
    {
        var address = new Uri($"{gateway.ToString().TrimEnd('/')}/metrics/job/jobswipe_backup/environment/{Uri.EscapeDataString(environment)}");
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var content = new StringContent(text, Encoding.UTF8, "text/plain");
            using var answer = await client.PutAsync(address, content, cancellation);
            if (!answer.IsSuccessStatusCode) throw new MetricsNotPushed(gateway, $"it answered {(int)answer.StatusCode}: {(await answer.Content.ReadAsStringAsync(cancellation)).Trim()}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new MetricsNotPushed(gateway, exception.Message, exception);
        }
    }
}

/// <summary>A Pushgateway did not take the metrics.</summary>
public sealed class MetricsNotPushed(Uri gateway, string why, Exception? inner = null) : DeliveryError(
    $"The Pushgateway {gateway.GetLeftPart(UriPartial.Authority)} did not take the metrics: {why.TrimEnd('.')}.", "Check --pushgateway, for example http://pushgateway:9091", inner);
