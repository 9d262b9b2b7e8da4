using System.Net;
using System.Net.Sockets;
using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Machines;

/// <summary>
/// Asks a program again and again whether it is well. While it is not, it is asked five times a second, where Fly waits for the grace period
/// and the interval: nobody has to wait for a machine that is well.
/// </summary>
internal sealed class HealthChecker(string name, MachineCheck check, int port, Action<CheckView> report)
{
    private static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(200);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var (healthy, output) = await AskAsync(stop);
                report(new CheckView(name, healthy ? "passing" : "critical", output, DateTimeOffset.UtcNow));
                await Task.Delay(healthy ? check.Interval : Eager, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The program has ended, or is about to.
        }
    }

    private async Task<(bool Healthy, string Output)> AskAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(check.Timeout);
        try
        {
            return check.Type == "tcp" ? await ConnectAsync(limit.Token) : await RequestAsync(limit.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return (false, exception.Message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (false, $"no answer within {check.Timeout.TotalSeconds} s");
        }
    }

    private async Task<(bool Healthy, string Output)> RequestAsync(CancellationToken limit)
    {
        using var request = new HttpRequestMessage(new HttpMethod(check.Method), $"http://127.0.0.1:{port}{check.Path}");
        foreach (var (header, value) in check.Headers ?? new Dictionary<string, string>()) request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Client.SendAsync(request, limit);
        var body = await answer.Content.ReadAsStringAsync(limit);
        return (answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {answer.StatusCode} Output: {(body.Length > 200 ? body[..200] : body).Trim()}");
    }

    private async Task<(bool Healthy, string Output)> ConnectAsync(CancellationToken limit)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, limit);
        return (true, "Success");
    }
}
