using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JobSwipe.Releases.Smoke;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JobSwipe.Releases.Tests.Smoke;

public sealed class PublicHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_any_but_this_machine()
    {
        PublicHost.Is(new Uri("https://jobswipe.fly.dev")).ShouldBeTrue();
        PublicHost.Is(new Uri("http://127.0.0.1:8080")).ShouldBeFalse();
        PublicHost.Is(new Uri("http://localhost")).ShouldBeFalse();
        PublicHost.Is(new Uri("http://[::1]:80")).ShouldBeFalse();
    }

    [Fact]
    public async Task Passes_with_a_good_certificate_and_all_headers()
    {
        using var certificate = Certificate(DateTimeOffset.UtcNow.AddDays(60));
        await using var site = await SiteAsync(certificate, ("Strict-Transport-Security", "max-age=31536000"), ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "frame-ancestors 'none'"));

        (await PublicHost.CheckAsync(Url(site), certificate, Cancellation)).ShouldAllBe(check => check.Failure == null);
    }

    [Fact]
    public async Task Fails_with_a_certificate_that_nobody_vouches_for()
    {
        using var certificate = Certificate(DateTimeOffset.UtcNow.AddDays(60));
        await using var site = await SiteAsync(certificate);

        (await PublicHost.CheckAsync(Url(site), null, Cancellation))[0].Failure!.ShouldContain("certificate");
    }

    [Fact]
    public async Task Fails_when_the_certificate_was_not_renewed_and_names_the_headers_that_are_missing()
    {
        using var certificate = Certificate(DateTimeOffset.UtcNow.AddDays(3.1));
        await using var site = await SiteAsync(certificate, ("X-Content-Type-Options", "nosniff"));

        var checks = await PublicHost.CheckAsync(Url(site), certificate, Cancellation);

        checks[0].Failure.ShouldBe("the certificate ends in 3 days and was not renewed");
        checks[2].Failure.ShouldBe("missing: Strict-Transport-Security: max-age=; X-Frame-Options, or frame-ancestors in Content-Security-Policy");
    }

    [Fact]
    public async Task Fails_without_https() =>
        (await PublicHost.CheckAsync(new Uri("http://127.0.0.1:1"), null, Cancellation))[0].Failure!.ShouldContain("is not https");

    private static Uri Url(WebApplication site) => new(site.Urls.First().Replace("127.0.0.1", "localhost"));

    private static async Task<WebApplication> SiteAsync(X509Certificate2 certificate, params (string Name, string Value)[] headers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var site = builder.Build();
        site.Run(context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            return context.Response.WriteAsync("well");
        });
        await site.StartAsync();
        return site;
    }

    private static X509Certificate2 Certificate(DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
