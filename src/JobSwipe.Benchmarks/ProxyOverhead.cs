using System.Diagnostics;

namespace JobSwipe.Benchmarks;

/// <summary>What a request costs through the platform's proxy, beside the same one sent to a machine.</summary>
internal static class ProxyOverhead
{
    public const int Requests = 2000;
    private const int Warm = 200;
    private const string Path = "/health";

    /// <returns>Milliseconds, the median of each; one request after the other, in turn.</returns>
    public static async Task<(double Through, double Past)> MedianAsync(Uri proxy, int port)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var (through, past) = (new List<double>(), new List<double>());
        for (var number = 0; number < Warm + Requests; number++)
        {
            var pair = (await TimeAsync(client, new Uri(proxy, Path)), await TimeAsync(client, new Uri($"http://127.0.0.1:{port}{Path}")));
            if (number < Warm) continue;
            through.Add(pair.Item1);
            past.Add(pair.Item2);
        }
        return (through.Median(), past.Median());
    }

    private static async Task<double> TimeAsync(HttpClient client, Uri url)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(url);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return clock.Elapsed.TotalMilliseconds;
    }
}
