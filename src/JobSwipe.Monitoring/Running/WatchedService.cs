using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Running;

/// <summary>The application as a process of its own, with a fault or without.</summary>
/// <param name="Daemon">The process.</param>
/// <param name="Port">Where it listens.</param>
internal sealed record WatchedService(Daemon Daemon, int Port)
{
    public static async Task<WatchedService> StartAsync(string program, DatabaseUrl database, string? fault, string folder, Guard guard, CancellationToken cancellation)
    {
        var port = FreePort.Next();
        var command = new Command(program)
        {
            Environment = new Dictionary<string, string?>
            {
                ["DATABASE_URL"] = database.ToUrlWithPassword(), ["SECRET_KEY"] = Guid.NewGuid().ToString("N"), ["PORT"] = $"{port}", ["BIND_ADDRESS"] = "127.0.0.1",
                ["APP_VERSION"] = "0.0.0-drill", ["APP_COMMIT"] = "drill", ["JOBSWIPE_FAULT"] = fault,
            },
        };
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        var daemon = await Daemon.StartAsync(command, Path.Combine(folder, $"service-{port}.log"), guard, () => AnswersAsync(http), TimeSpan.FromSeconds(60), cancellation);
        // Its code is compiled while the first requests run; those are nobody's, or they would look slow.
        for (var request = 0; request < 3; request++) await Traffic.OnceAsync(http, cancellation);
        return new WatchedService(daemon, port);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}

/// <summary>People who look at jobs and swipe.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly Task _people;

    public Traffic(int port)
    {
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(3) };
        _people = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LiveAsync()));
    }

    public static async Task OnceAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var guest = await http.PostAsync("/api/v1/auth/guest", null, cancellation);
            if (!guest.IsSuccessStatusCode) return;
            var token = (await guest.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("access_token").GetString();
            for (var look = 0; look < 5; look++)
            {
                using var feed = await SendAsync(http, HttpMethod.Get, "/api/v1/jobs/feed?limit=3", token, null, cancellation);
                if (!feed.IsSuccessStatusCode) continue;
                foreach (var job in (await feed.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("items").EnumerateArray().Select(job => job.GetProperty("id").GetString()))
                    (await SendAsync(http, HttpMethod.Post, $"/api/v1/jobs/{job}/swipe", token, new { action = look % 2 == 0 ? "right" : "left" }, cancellation)).Dispose();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // A service with a fault answers like that.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _people;
        _http.Dispose();
        _stop.Dispose();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, string? token, object? body, CancellationToken cancellation)
    {
        // A person looks before swiping; and the machine has other things to do.
        await Task.Delay(50, cancellation);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, cancellation);
    }

    private async Task LiveAsync()
    {
        try
        {
            for (; ; await Task.Delay(100, _stop.Token)) await OnceAsync(_http, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }
}
