using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Platform;

/// <summary>Calls the platform that <c>serve</c> started.</summary>
internal sealed class PlatformClient
{
    // The longest call stops a machine, after its kill timeout (five minutes at most on Fly).
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(11);
    private readonly HttpClient _http;

    private PlatformClient(Uri url) => _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url, Timeout = Patience };

    /// <summary>Where the platform keeps its state.</summary>
    public static string StateFolder => Environment.GetEnvironmentVariable("LOCALFLY_STATE") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fly-local");

    public static PlatformClient Find() => PlatformFile.Read(StateFolder) is { } platform
        ? new PlatformClient(new Uri(platform.Url))
        : throw new FlyError($"no local platform runs in {StateFolder}; start one with: flyctl serve --state {StateFolder}");

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
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            throw new FlyError(text.StartsWith('{') ? JsonSerializer.Deserialize<ErrorView>(text, Wire.Options)!.Error : $"the platform answered {(int)answer.StatusCode} to {method} {path}");
        }
        catch (HttpRequestException exception)
        {
            throw new FlyError($"the local platform of {StateFolder} does not answer: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FlyError($"the local platform did not answer within {Patience.TotalMinutes:0} minutes", 126);
        }
    }
}
