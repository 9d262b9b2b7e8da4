using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class ProxyTests(SharedPlatform platform)
{
    [Fact]
    public async Task Tells_the_program_who_asks_and_keeps_the_host()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/headers");
        request.Headers.Add("Fly-Client-IP", "6.6.6.6");

        using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var headers = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        headers.ShouldContain($"Host: {app.Http.BaseAddress!.Authority}");
        headers.ShouldContain("Fly-Client-IP: 127.0.0.1");
        headers.ShouldContain("X-Forwarded-For: 127.0.0.1");
    }

    [Fact]
    public async Task Hands_bodies_on()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        using var answer = await app.Http.PostAsync("/echo", new StringContent("right"), TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("right");
    }

    [Fact]
    public async Task Answers_503_when_no_machine_is_well()
    {
        await using var app = await SampleApp.CreateAsync();

        using var answer = await app.Http.GetAsync("/", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("no known healthy instances");
    }

    [Fact]
    public async Task Leaves_a_programs_own_errors_as_they_are()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("bad", "error-500"), "--ha=false");

        using var answer = await app.Http.GetAsync("/", TestContext.Current.CancellationToken);

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe((500, "broken"));
    }

    /// <summary>flyctl proxy, with which the build reaches an app's database.</summary>
    [Fact]
    public async Task Leads_from_a_port_to_another_one()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        using var proxy = Process.Start(Programs.Fly(new Dictionary<string, string?> { ["LOCALFLY_STATE"] = platform.State, ["FLY_API_TOKEN"] = "any" },
            "proxy", $"0:{app.Http.BaseAddress!.Port}", "--app", app.Name))!;
        try
        {
            var line = await proxy.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

            (await http.GetStringAsync($"http://{line!.Split(' ')[1]}/", TestContext.Current.CancellationToken)).ShouldBe("one");
        }
        finally
        {
            Programs.Signal(proxy.Id, "TERM");
            await proxy.WaitForExitAsync(CancellationToken.None);
        }
        proxy.ExitCode.ShouldBe(127);
    }

    [Fact]
    public async Task Says_that_the_port_of_this_side_is_taken()
    {
        await using var app = await SampleApp.CreateAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        (await app.FlyAsync("proxy", $"{((IPEndPoint)taken.LocalEndpoint).Port}:5432")).Error.ShouldMatch("listen tcp 127.0.0.1:.*in use");
    }
}
