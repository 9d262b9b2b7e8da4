using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace JobSwipe.Releases.Smoke;

/// <summary>What every public host must have, whatever its application declares: a good certificate, today's TLS, no way in without it, and security headers.</summary>
internal static class PublicHost
{
    // Let's Encrypt renews 30 days before the end; one that is this near to it was not renewed.
    private static readonly TimeSpan LeastValidity = TimeSpan.FromDays(14);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Each with a text that its value must contain; the first two of the OWASP secure headers project's list, and one against framing.
    private static readonly (string Name, string Contains)[] Headers = [("Strict-Transport-Security", "max-age="), ("X-Content-Type-Options", "nosniff")];

    /// <summary>Whether a URL is the world's to see; loopback is not.</summary>
    public static bool Is(Uri url) => !url.IsLoopback && !(IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Looks.</summary>
    /// <param name="url">The host.</param>
    /// <param name="authority">Whom to trust beside the machine's own authorities; for tests.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(Uri url, X509Certificate2? authority = null, CancellationToken cancellation = default) =>
    [
        await RunAsync("TLS", () => TlsAsync(url, authority, cancellation)),
        await RunAsync("http leads to https", () => RedirectAsync(url, cancellation)),
        await RunAsync("security headers of a public host", () => HeadersAsync(url, authority, cancellation)),
    ];

    private static async Task<CheckResult> RunAsync(string name, Func<Task<string?>> check)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return new CheckResult(name, clock.Elapsed.TotalSeconds, await check());
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or AuthenticationException or IOException or TaskCanceledException)
        {
            return new CheckResult(name, clock.Elapsed.TotalSeconds, (exception.InnerException ?? exception).Message);
        }
    }

    private static async Task<string?> TlsAsync(Uri url, X509Certificate2? authority, CancellationToken cancellation)
    {
        if (url.Scheme != Uri.UriSchemeHttps) return $"{url} is not https";
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, cancellation);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = url.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = Trusting(authority),
        }, cancellation);
        var left = new X509Certificate2(stream.RemoteCertificate!).NotAfter.ToUniversalTime() - DateTime.UtcNow;
        return left < LeastValidity ? $"the certificate ends in {left.TotalDays:0} days and was not renewed" : null;
    }

    private static async Task<string?> RedirectAsync(Uri url, CancellationToken cancellation)
    {
        // On a port of its own there is no http beside it.
        if (!url.IsDefaultPort) return null;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        var plain = new UriBuilder(url) { Scheme = Uri.UriSchemeHttp, Port = 80 }.Uri;
        try
        {
            using var answer = await client.GetAsync(plain, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location?.Scheme == Uri.UriSchemeHttps ? null : $"{plain} answers {(int)answer.StatusCode} in place of leading to https";
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException)
        {
            // Nothing listens there, which is as good.
            return null;
        }
    }

    private static async Task<string?> HeadersAsync(Uri url, X509Certificate2? authority, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { CertificateChainPolicy = Trusting(authority) } }) { Timeout = Patience };
        using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
        string Value(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        var missing = Headers.Where(header => !Value(header.Name).Contains(header.Contains, StringComparison.OrdinalIgnoreCase)).Select(header => $"{header.Name}: {header.Contains}").ToList();
        if (Value("X-Frame-Options").Length == 0 && !Value("Content-Security-Policy").Contains("frame-ancestors", StringComparison.Ordinal)) missing.Add("X-Frame-Options, or frame-ancestors in Content-Security-Policy");
        return missing.Count == 0 ? null : $"missing: {string.Join("; ", missing)}";
    }

    private static X509ChainPolicy? Trusting(X509Certificate2? authority)
    {
        if (authority is null) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        return policy;
    }
}
