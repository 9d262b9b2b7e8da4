namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>Requests at a steady rate while something else happens.</summary>
internal sealed class ConstantLoad : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _failures = [];
    private readonly HashSet<string> _answers = [];
    private readonly HttpClient _http;
    private readonly Task[] _running;
    private int _count;

    private ConstantLoad(HttpClient http)
    {
        _http = http;
        // Half of them with a body, which no proxy can send twice.
        _running = [RunAsync(() => new HttpRequestMessage(HttpMethod.Get, "/")), RunAsync(() => new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("swipe") })];
    }

    public static ConstantLoad On(SampleApp app) => new(app.Http);

    /// <summary>What served, once everything that was to be measured has happened.</summary>
    public async Task<IReadOnlyCollection<string>> ShouldHaveNoFailureAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _failures.ShouldBeEmpty();
        _count.ShouldBeGreaterThan(20);
        return _answers;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private async Task RunAsync(Func<HttpRequestMessage> request)
    {
        while (!_stop.IsCancellationRequested)
        {
            await SendAsync(request());
            await Task.Delay(Pause);
        }
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        try
        {
            using (request)
            using (var answer = await _http.SendAsync(request))
            {
                var text = await answer.Content.ReadAsStringAsync();
                lock (_answers)
                {
                    _count++;
                    if (answer.IsSuccessStatusCode) _answers.Add(text);
                    else _failures.Add($"{request.Method}: {(int)answer.StatusCode} {text}");
                }
            }
        }
        catch (HttpRequestException exception)
        {
            lock (_answers) _failures.Add($"{request.Method}: {exception}");
        }
    }
}
