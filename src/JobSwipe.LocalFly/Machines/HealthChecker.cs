using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Machines;

/// <summary>
/// Asks a machine again and again whether it is well. While it is not, it is asked five times a second, where Fly waits for the grace period
/// and the interval: nobody has to wait for a machine that is well.
/// </summary>
internal sealed class HealthChecker(CheckConfig check, Func<int> port, Action<CheckView> report)
{
    private static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(200);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var (healthy, output) = await AskAsync(stop);
                report(new CheckView(check.Name, healthy ? "passing" : "critical", output, DateTimeOffset.UtcNow));
                await Task.Delay(healthy ? TimeSpan.FromSeconds(check.Interval) : Eager, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The machine is being stopped.
        }
    }

    private async Task<(bool Healthy, string Output)> AskAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(check.Timeout));
        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(check.Method), $"http://127.0.0.1:{port()}{check.Path}");
            using var answer = await Client.SendAsync(request, limit.Token);
            var body = await answer.Content.ReadAsStringAsync(limit.Token);
            return (answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {answer.StatusCode} Output: {(body.Length > 200 ? body[..200] : body).Trim()}");
        }
        catch (HttpRequestException exception)
        {
            return (false, exception.Message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (false, $"no answer within {check.Timeout} s");
        }
    }
}
