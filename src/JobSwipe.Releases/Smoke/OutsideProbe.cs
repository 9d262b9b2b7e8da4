using System.Diagnostics;

namespace JobSwipe.Releases.Smoke;

/// <summary>One request from outside, tried again only while no connection comes about.</summary>
internal static class OutsideProbe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks.</summary>
    /// <param name="url">What.</param>
    /// <param name="grace">How long a refused connection is tried again; an answer, even a wrong one, counts at once.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong; null for an answer of 2xx.</returns>
    public static async Task<string?> FailureAsync(Uri url, TimeSpan grace, CancellationToken cancellation = default)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
                return answer.IsSuccessStatusCode ? null : $"{url} answers {(int)answer.StatusCode}";
            }
            catch (HttpRequestException exception)
            {
                if (clock.Elapsed >= grace) return $"{url} does not answer: {exception.Message}";
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return $"{url} does not answer within {client.Timeout.TotalSeconds:0} s";
            }
        }
    }
}
