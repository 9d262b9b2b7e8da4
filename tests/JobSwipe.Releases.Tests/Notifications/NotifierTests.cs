using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Notifications;
using JobSwipe.Releases.Tests.Smoke;
using JobSwipe.Tools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobSwipe.Releases.Tests.Notifications;

public sealed class NotifierTests
{
    private static readonly Notification Failure = Notification.Of(
        Sample.Record(Sample.Release("1.1.0", "two"), DeploymentOutcome.RolledBack) with { Reason = "<b> & co", Steps = [new Receipt("smoke", 2, "feed: 500", Failed: true)] },
        Sample.Release("1.0.0"), [("workflow run", new Uri("https://ci.example/1"))]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slack_gets_what_who_from_to_verdict_and_links()
    {
        var received = new TaskCompletionSource<string>();
        await using var site = await SampleSite.StartAsync(app => app.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            received.SetResult(await reader.ReadToEndAsync());
            return "ok";
        }));

        (await new INotifier[] { new SlackWebhook(new Uri(site.Url, "/hook")) }.SendAsync(Failure)).ShouldBe("1 of 1 notifications sent");

        using var json = JsonDocument.Parse(await received.Task);
        json.RootElement.GetProperty("text").GetString().ShouldBe("! staging: 1.1.0 failed and was rolled back to 1.0.0");
        var text = json.RootElement.GetProperty("attachments")[0].GetProperty("text").GetString()!;
        text.ShouldContain("*by*  somebody");
        text.ShouldContain("*before*  1.0.0");
        text.ShouldContain("*smoke*  feed: 500");
        text.ShouldContain("&lt;b&gt; &amp; co");
        text.ShouldContain("<https://ci.example/1|workflow run>");
    }

    [Fact]
    public async Task A_mail_arrives()
    {
        using var server = new LoopbackSmtp();
        var settings = MailSettings.Parse($"smtp://127.0.0.1:{server.Port}", "delivery@example.com", ["team@example.com", "boss@example.com"]);

        (await new INotifier[] { new Mail(settings) }.SendAsync(Failure)).ShouldBe("1 of 1 notifications sent");

        var session = await server.Session.WaitAsync(Cancellation);
        session.ShouldContain("RCPT TO:<boss@example.com>");
        session.ShouldContain("Subject: staging: 1.1.0 failed and was rolled back to 1.0.0");
        session.ShouldContain("by       somebody");
    }

    [Fact]
    public async Task What_does_not_arrive_is_said_and_fails_nothing()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapPost("/hook", () => Results.BadRequest("invalid_token")));
        var nobody = MailSettings.Parse($"smtp://127.0.0.1:{FreePort()}", "a@example.com", ["b@example.com"]);

        var said = await new INotifier[] { new SlackWebhook(new Uri(site.Url, "/hook")), new Mail(nobody) }.SendAsync(Failure);

        said.ShouldStartWith("0 of 2 notifications sent");
        said.ShouldContain("invalid_token");
        said.ShouldContain("e-mail to b@example.com");
        said.ShouldNotContain("/hook");
    }

    [Theory]
    [InlineData("mail.example.com", "a@example.com", "b@example.com", "smtp://user:password@host:587")]
    [InlineData("smtp://mail.example.com", null, "b@example.com", "--mail-from")]
    [InlineData("smtp://mail.example.com", "a@example.com", "not an address", "--mail-to")]
    public void Mail_settings_that_cannot_work_are_refused(string url, string? from, string to, string remedy) =>
        Should.Throw<DeliveryError>(() => MailSettings.Parse(url, from, [to])).Remedy.ShouldContain(remedy);

    [Fact]
    public void A_mail_password_never_travels_in_the_clear()
    {
        MailSettings.Parse("smtp://u:p@mail.example.com", "a@example.com", ["b@example.com"]).Security.ShouldBe(MailKit.Security.SecureSocketOptions.StartTls);
        MailSettings.Parse("smtps://u:p@mail.example.com", "a@example.com", ["b@example.com"]).Server.Port.ShouldBe(465);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
