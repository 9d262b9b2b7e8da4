using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace JobSwipe.Releases.Smoke;

/// <summary>Runs a plan's HTTP checks.</summary>
internal sealed class HttpRunner(Uri url, Captures captures) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = url,
        Timeout = TimeSpan.FromSeconds(10),
    };

    public async Task<CheckResult> RunAsync(HttpCheck check, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await CheckAsync(check, cancellation);
            return new CheckResult(check.Name, clock.Elapsed.TotalSeconds, null);
        }
        catch (Exception exception) when (exception is CheckFailed or HttpRequestException)
        {
            return new CheckResult(check.Name, clock.Elapsed.TotalSeconds, exception.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CheckResult(check.Name, clock.Elapsed.TotalSeconds, $"{check.Method} {check.Path} did not answer within {_client.Timeout.TotalSeconds} s");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task CheckAsync(HttpCheck check, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(check.Method), captures.Fill(check.Path));
        foreach (var (name, value) in check.Headers) request.Headers.TryAddWithoutValidation(name, captures.Fill(value));
        if (check.Body is not null) request.Content = new StringContent(captures.Fill(check.Body.ToJsonString()), Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        if ((int)answer.StatusCode != check.Status)
            throw new CheckFailed($"{check.Method} {request.RequestUri} answered {(int)answer.StatusCode}, expected {check.Status}: {Start(body)}");
        foreach (var (name, expected) in check.ExpectHeaders) CheckHeader(answer, name, expected);
        if (check.Json.Count + check.Capture.Count == 0) return;
        using var json = Parse(body);
        foreach (var (path, expected) in check.Json) CheckValue(json.RootElement, path, expected);
        foreach (var (name, path) in check.Capture)
            captures.Set(name, Captures.At(json.RootElement, path) ?? throw new CheckFailed($"the answer has no {path}: {Start(body)}"));
    }

    private static void CheckHeader(HttpResponseMessage answer, string name, string expected)
    {
        var found = answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : throw new CheckFailed($"the header {name} is missing");
        if (!found.Contains(expected, StringComparison.OrdinalIgnoreCase)) throw new CheckFailed($"the header {name} is '{found}', expected '{expected}' in it");
    }

    private void CheckValue(JsonElement root, string path, string wanted)
    {
        var found = Captures.At(root, path);
        var expected = captures.Expected(wanted, found);
        if (found is null || (expected != "*" && found != expected)) throw new CheckFailed($"{path} is '{found ?? "missing"}', expected '{expected}'");
    }

    private static JsonDocument Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new CheckFailed($"the answer is not JSON: {Start(body)}");
        }
    }

    private static string Start(string body) => body.Length <= 200 ? body.Trim() : body[..200].Trim() + "…";
}
