using System.Collections.Concurrent;
using System.Diagnostics;

namespace JobSwipe.Releases.Smoke;

/// <summary>Sends requests all the time while something else happens, and counts what failed. Bounded in rate and number.</summary>
public sealed class TrafficProbe : IAsyncDisposable
{
    private const int RequestLimit = 20_000;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentQueue<ProbeSample> _samples = new();
    private readonly HttpClient _client;
    private readonly Task _sending;
    private int _sent;

    private TrafficProbe(Uri url, string path, int perSecond)
    {
        _client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) };
        _sending = SendAsync(path, TimeSpan.FromSeconds(1.0 / perSecond));
    }

    /// <summary>Starts to send.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="path">A path that must answer 2xx.</param>
    /// <param name="perSecond">Requests a second; each is sent on time, whether the ones before were answered or not.</param>
    public static TrafficProbe Start(Uri url, string path, int perSecond = 50) => new(url, path, perSecond);

    /// <summary>How many requests have failed so far.</summary>
    public int Failed => _failures.Count;

    /// <summary>Stops, waits for the answers under way, and returns what was seen.</summary>
    public async Task<ProbeReport> StopAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        var samples = _samples.ToArray();
        var sorted = samples.Where(sample => !sample.Failed).Select(sample => sample.Milliseconds).Order().ToArray();
        return new ProbeReport(_sent, _failures.Count, sorted.Length == 0 ? 0 : sorted[(int)(sorted.Length * 0.99)], _failures.FirstOrDefault()) { Samples = samples };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(string path, TimeSpan interval)
    {
        var underWay = new ConcurrentDictionary<Task, bool>();
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (_sent < RequestLimit && await timer.WaitForNextTickAsync(_stop.Token))
            {
                _sent++;
                var request = RequestAsync(path);
                underWay[request] = true;
                _ = request.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
        await Task.WhenAll(underWay.Keys);
    }

    private async Task RequestAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await _client.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode) _failures.Enqueue($"{path} answered {(int)answer.StatusCode}");
            _samples.Enqueue(new ProbeSample(clock.Elapsed.TotalMilliseconds, !answer.IsSuccessStatusCode));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException)
        {
            _failures.Enqueue($"{path}: {exception.Message}");
            _samples.Enqueue(new ProbeSample(clock.Elapsed.TotalMilliseconds, Failed: true));
        }
    }
}

/// <summary>What a probe saw.</summary>
/// <param name="Requests">How many were sent.</param>
/// <param name="Failed">How many had no answer, or another one than 2xx.</param>
/// <param name="P99Milliseconds">The 99th percentile of the answers' times.</param>
/// <param name="FirstFailure">The first failure, for people.</param>
public sealed record ProbeReport(int Requests, int Failed, double P99Milliseconds, string? FirstFailure)
{
    /// <summary>Every request.</summary>
    public IReadOnlyList<ProbeSample> Samples { get; init; } = [];

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Failed} of {Requests} probe requests failed, p99 {P99Milliseconds:0} ms";
}
