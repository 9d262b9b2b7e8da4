using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Platform;

/// <summary>Calls the platform that <c>serve</c> started.</summary>
internal sealed class PlatformClient
{
    private readonly HttpClient _http;

    private PlatformClient(Uri url) => _http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Where the platform keeps its state.</summary>
    public static string StateFolder => Environment.GetEnvironmentVariable("LOCALFLY_STATE") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fly-local");

    public static PlatformClient Find()
    {
        var file = Path.Combine(StateFolder, "platform.json");
        if (!File.Exists(file)) throw new FlyError($"no local platform runs in {StateFolder}; start one with: flyctl serve --state {StateFolder}");
        var platform = JsonSerializer.Deserialize<PlatformFile>(File.ReadAllText(file), Wire.Options)!;
        return new PlatformClient(new Uri(platform.Url));
    }

    public Task<T> GetAsync<T>(string path, CancellationToken cancellation) => SendAsync<T>(HttpMethod.Get, path, null, cancellation);

    public Task<T> PostAsync<T>(string path, object? body, CancellationToken cancellation) => SendAsync<T>(HttpMethod.Post, path, body, cancellation);

    public Task DeleteAsync(string path, CancellationToken cancellation) => SendAsync<JsonElement>(HttpMethod.Delete, path, null, cancellation);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: Wire.Options);
            using var answer = await _http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<T>(Wire.Options, cancellation))!;
            var error = await answer.Content.ReadFromJsonAsync<ErrorView>(Wire.Options, cancellation);
            throw new FlyError(error?.Error ?? $"the platform answered {(int)answer.StatusCode}", answer.StatusCode == HttpStatusCode.RequestTimeout ? 126 : 1);
        }
        catch (HttpRequestException exception)
        {
            throw new FlyError($"the local platform does not answer: {exception.Message}");
        }
    }
}

/// <summary>What <c>serve</c> writes when it is ready.</summary>
internal sealed record PlatformFile(int Pid, string Url, DateTimeOffset Started);
