using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>
/// A container registry by its HTTP API (OCI distribution-spec 1.1): what an engine would push it compresses anew, and the digest that was tested
/// and scanned would be another one.
/// </summary>
/// <param name="host">Its host; one on this machine is spoken to without TLS.</param>
/// <param name="login">User and password or token; null for what is public.</param>
public sealed partial class RegistryClient(string host, NetworkCredential? login = null) : IDisposable
{
    private const string Manifests = "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.docker.distribution.manifest.v2+json";
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromMinutes(30) };
    private readonly Uri _root = new($"{(new Uri($"http://{host}").IsLoopback ? "http" : "https")}://{host}/v2/");
    private AuthenticationHeaderValue? _authorization = login is null ? null : Basic(login);

    /// <summary>The digest behind a tag or a digest; null when there is no such image.</summary>
    /// <exception cref="RegistryRefused">It does not answer, or not to us.</exception>
    public async Task<Digest?> FindAsync(string name, string tag, CancellationToken cancellation = default)
    {
        using var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Head, new Uri(_root, $"{name}/manifests/{tag}"));
            request.Headers.TryAddWithoutValidation("Accept", Manifests);
            return request;
        }, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await RequireAsync(answer, cancellation);
        return answer.Headers.TryGetValues("Docker-Content-Digest", out var values) ? Digest.Parse(values.First()) : null;
    }

    /// <summary>Uploads a blob unless it is there.</summary>
    /// <returns>Whether it had to be uploaded.</returns>
    public async Task<bool> PutBlobAsync(string name, Digest digest, string file, CancellationToken cancellation = default)
    {
        using var there = await SendAsync(() => new HttpRequestMessage(HttpMethod.Head, new Uri(_root, $"{name}/blobs/{digest}")), cancellation);
        if (there.IsSuccessStatusCode) return false;
        using var begun = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, new Uri(_root, $"{name}/blobs/uploads/")), cancellation);
        await RequireAsync(begun, cancellation);
        var place = new UriBuilder(new Uri(_root, begun.Headers.Location!));
        place.Query = $"{place.Query.TrimStart('?')}&digest={Uri.EscapeDataString(digest.ToString())}".TrimStart('&');
        using var ended = await SendAsync(() => new HttpRequestMessage(HttpMethod.Put, place.Uri)
        {
            Content = new StreamContent(File.OpenRead(file)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        }, cancellation);
        await RequireAsync(ended, cancellation);
        return true;
    }

    /// <summary>Stores a manifest under its digest; no tag is made.</summary>
    public async Task PutManifestAsync(string name, Digest digest, byte[] content, CancellationToken cancellation = default)
    {
        var type = JsonDocument.Parse(content).RootElement.TryGetProperty("mediaType", out var own) ? own.GetString()! : "application/vnd.oci.image.manifest.v1+json";
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Put, new Uri(_root, $"{name}/manifests/{digest}"))
        {
            Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        }, cancellation);
        await RequireAsync(answer, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static AuthenticationHeaderValue Basic(NetworkCredential login) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.UserName}:{login.Password}")));

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        try
        {
            var answer = await OnceAsync(make, cancellation);
            // A registry says where its tokens are (distribution: token authentication); one for this repository is then asked for.
            if (answer.StatusCode != HttpStatusCode.Unauthorized || answer.Headers.WwwAuthenticate.FirstOrDefault() is not { Scheme: "Bearer", Parameter: { } where }) return answer;
            answer.Dispose();
            _authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(where, cancellation));
            return await OnceAsync(make, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new RegistryRefused(host, exception.Message);
        }
    }

    private Task<HttpResponseMessage> OnceAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        var request = make();
        request.Headers.Authorization = _authorization;
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private async Task<string> TokenAsync(string challenge, CancellationToken cancellation)
    {
        var parts = Part().Matches(challenge).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var query = string.Join('&', parts.Where(part => part.Key is "service" or "scope").Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{parts["realm"]}?{query}") { Headers = { Authorization = login is null ? null : Basic(login) } };
        using var answer = await _client.SendAsync(request, cancellation);
        await RequireAsync(answer, cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        return (json.RootElement.TryGetProperty("token", out var token) ? token : json.RootElement.GetProperty("access_token")).GetString()!;
    }

    private async Task RequireAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return;
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        throw new RegistryRefused(host, $"{(int)answer.StatusCode} {answer.ReasonPhrase} {(text.Length > 300 ? text[..300] : text).Trim()}".Trim());
    }

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Part();
}

/// <summary>A registry did not take or give what was asked.</summary>
public sealed class RegistryRefused(string host, string why) : DeliveryError($"The registry {host} refuses: {why}", "Check its address and the login: FLY_API_TOKEN for Fly's, --registry-user and REGISTRY_PASSWORD for another.");
