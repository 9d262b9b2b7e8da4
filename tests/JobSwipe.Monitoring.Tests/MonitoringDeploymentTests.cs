using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Fly;
using JobSwipe.Tools.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JobSwipe.Monitoring.Tests;

public sealed class MonitoringDeploymentTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private WebApplication _fly = null!;
    private Uri _url = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _fly = builder.Build();
        _fly.Urls.Add("http://127.0.0.1:0");
        _fly.MapGet("/prometheus/org/api/v1/query", (HttpContext context) => context.Request.Headers.Authorization == "FlyV1 right" ? Results.Ok() : Results.StatusCode(401));
        await _fly.StartAsync();
        _url = new Uri(_fly.Urls.First());
        await File.WriteAllTextAsync(Program, """
            #!/bin/sh
            echo "$*" >> "$0.calls"
            case "$*" in *list*) echo '[{"Name":"jobswipe-grafana"}]';; *import*) cat >> "$0.input";; esac
            """);
        await new Command("chmod", "700", Program).OutputAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _fly.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Makes_what_is_missing_and_deploys_three_apps()
    {
        await Deployment().RunAsync(Secrets(), Mail, TestContext.Current.CancellationToken);

        var calls = await File.ReadAllLinesAsync(Program + ".calls", TestContext.Current.CancellationToken);
        calls.Count(call => call.StartsWith("apps create", StringComparison.Ordinal)).ShouldBe(2);
        calls.Count(call => call.StartsWith("volumes create", StringComparison.Ordinal)).ShouldBe(3);
        calls.Count(call => call.StartsWith("deploy", StringComparison.Ordinal)).ShouldBe(3);
        calls.ShouldAllBe(call => !call.Contains("right") && !call.Contains("secret-"));
        var input = await File.ReadAllTextAsync(Program + ".input", TestContext.Current.CancellationToken);
        input.ShouldContain($"FLY_METRICS_TOKEN={Convert.ToBase64String("right"u8)}\n");
        input.ShouldContain("GF_SECURITY_ADMIN_PASSWORD=secret-GF_SECURITY_ADMIN_PASSWORD\n");
    }

    [Fact]
    public async Task Refuses_to_begin_without_a_secret()
    {
        var secrets = Secrets();
        secrets["SMTP_PASSWORD"] = " ";

        (await Should.ThrowAsync<SecretsMissing>(() => Deployment().RunAsync(secrets, Mail, TestContext.Current.CancellationToken))).Problem.ShouldContain("SMTP_PASSWORD");
        File.Exists(Program + ".calls").ShouldBeFalse();
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("http://127.0.0.1:1/hook")]
    public async Task Refuses_a_webhook_that_nobody_answers(string webhook)
    {
        var secrets = Secrets();
        secrets["SLACK_WEBHOOK"] = webhook;

        (await Should.ThrowAsync<WebhookUnreachable>(() => Deployment().RunAsync(secrets, Mail, TestContext.Current.CancellationToken))).Problem.ShouldContain("SLACK_WEBHOOK");
        File.Exists(Program + ".calls").ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_token_that_fly_does_not_take()
    {
        var secrets = Secrets();
        secrets[FlyApps.FlyToken] = "wrong";

        (await Should.ThrowAsync<FlyTokenRefused>(() => Deployment().RunAsync(secrets, Mail, TestContext.Current.CancellationToken))).Problem.ShouldContain("401");
        File.Exists(Program + ".calls").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, "a@jobswipe.app", "b@jobswipe.app", "not given as smtp://")]
    [InlineData("smtp://mail.jobswipe.app:587", "a@jobswipe.app", "oncall@example.com", "no address that anybody reads")]
    [InlineData("smtp://mail.jobswipe.app:587", "", "b@jobswipe.app", "no address")]
    public void Refuses_mail_that_would_reach_nobody(string? url, string from, string to, string why) =>
        Should.Throw<MailRouteInvalid>(() => MailRoute.Parse(url, from, [to])).Problem.ShouldContain(why);

    private static MailRoute Mail { get; } = MailRoute.Parse("smtp://me:secret-word@mail.jobswipe.app", "alerts@jobswipe.app", ["oncall@jobswipe.app"]).Route;

    private string Program => Path.Combine(_folder.Path, "flyctl");

    private MonitoringDeployment Deployment() => new(arguments => new Command(Program, arguments), "org", Path.Combine(Repository.Root, ".github", "monitoring"), _ => { }) { FlyPrometheus = new Uri(_url, "/prometheus/") };

    private Dictionary<string, string?> Secrets()
    {
        var secrets = FlyApps.All.SelectMany(app => app.Secrets.Keys).ToDictionary(name => name, name => (string?)$"secret-{name}");
        foreach (var name in new[] { "PAGE_WEBHOOK", "SLACK_WEBHOOK", "DEADMAN_URL" }) secrets[name] = _url.ToString();
        secrets[FlyApps.FlyToken] = "right";
        return secrets;
    }
}
