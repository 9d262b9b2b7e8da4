using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JobSwipe.Reference.Tests.Support;

/// <summary>The service as a process of its own, as a platform runs it: settings by environment, a port that the system chose.</summary>
public sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Task _reading;
    private readonly Process _guard;

    private RunningService(Process process)
    {
        _process = process;
        // Ends it when the tests are killed: their end of the pipe closes then.
        _guard = Process.Start(new ProcessStartInfo("sh", ["-c", "trap '' INT TERM HUP; read -r line || kill -KILL $1", "sh", $"{process.Id}"]) { RedirectStandardInput = true })!;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public HttpClient Client { get; private set; } = new();

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Everything it printed so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<RunningService> StartAsync(string databaseUrl, params (string Name, string? Value)[] environment)
    {
        var service = Launch([("DATABASE_URL", databaseUrl), ("SECRET_KEY", "0123456789abcdef-not-printed"), ("PORT", "0"), ("APP_VERSION", "1.2.3"), ("APP_COMMIT", "abc"), .. environment]);
        if (!await Wait.UntilAsync(() => service.Address() is not null || service.HasExited, seconds: 60) || service.HasExited)
        {
            await service.DisposeAsync();
            throw new InvalidOperationException("The service did not start: " + string.Join('\n', service.Output));
        }
        service.Client = new HttpClient { BaseAddress = new Uri(service.Address()!), Timeout = TimeSpan.FromSeconds(20) };
        return service;
    }

    /// <summary>Starts it with exactly these settings, whatever comes of it.</summary>
    public static RunningService Launch(params (string Name, string? Value)[] environment)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "JobSwipe.Reference")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (string[])["DATABASE_URL", "SECRET_KEY", "PORT", "BIND_ADDRESS", "APP_VERSION", "APP_COMMIT", "JOBSWIPE_FAULT"]) info.Environment.Remove(name);
        foreach (var (name, value) in environment) info.Environment[name] = value;
        return new RunningService(Process.Start(info)!);
    }

    /// <summary>A client that is a new guest.</summary>
    public async Task<HttpClient> GuestAsync()
    {
        using var answer = await Client.PostAsync("/api/v1/auth/guest", null);
        var json = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var guest = new HttpClient { BaseAddress = Client.BaseAddress };
        guest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.GetProperty("access_token").GetString());
        return guest;
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(timer.Token);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _guard.StandardInput.WriteLineAsync();
        _guard.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _reading;
        Client.Dispose();
        _process.Dispose();
    }

    private string? Address() => _output.Select(line => Listening().Match(line)).Where(match => match.Success).Select(match => match.Value).FirstOrDefault();

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line) _output.Enqueue(line);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
