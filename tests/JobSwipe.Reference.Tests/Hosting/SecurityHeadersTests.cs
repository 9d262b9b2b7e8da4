using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Hosting;

public class SecurityHeadersTests(SeededService seeded) : IClassFixture<SeededService>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health", 200)]
    [InlineData("/metrics", 200)]
    [InlineData("/api/v1/jobs/feed", 401)]
    [InlineData("/api/v1/jobs/nonsense", 422)]
    [InlineData("/nowhere", 404)]
    public async Task Are_on_every_answer(string path, int status)
    {
        using var answer = await seeded.Client.GetAsync(path, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        foreach (var name in (string[])["Content-Security-Policy", "X-Frame-Options", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"])
            answer.Headers.Contains(name).ShouldBeTrue($"{name} is missing from {path}");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}
