using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Commands;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class SecretsTests(SharedPlatform platform)
{
    /// <summary>flyctl: internal/command/secrets/parser.go.</summary>
    [Fact]
    public void Reads_names_and_values_as_flyctl_does() => SecretsImport.Parse("""
        # a comment

        URL=postgres://u:p=1@host/db?a=b
        QUOTED="with spaces"
        INNER=say "hi"
          SPACED =  value
        ONE="
        KEY=
        """ + "\nLINES=\"\"\"first\nsecond\nthird\"\"\"\n").ShouldBe(new Dictionary<string, string?>
    {
        ["URL"] = "postgres://u:p=1@host/db?a=b",
        ["QUOTED"] = "with spaces",
        ["INNER"] = "say \"hi\"",
        ["SPACED"] = "value",
        ["ONE"] = "\"",
        ["KEY"] = "",
        ["LINES"] = "first\nsecond\nthird",
    }, ignoreOrder: true);

    [Fact]
    public void Never_shows_a_line_that_it_cannot_read() =>
        Should.Throw<FlyError>(() => SecretsImport.Parse("s3cr3t")).Message.ShouldBe("Secrets must be provided as NAME=VALUE pairs (a line of 6 characters without '=' is invalid)");

    [Fact]
    public async Task Reach_the_program_and_nothing_else()
    {
        await using var app = await SampleApp.CreateAsync();
        var value = $"va\"l=ue-{Guid.NewGuid():N}";
        (await SharedPlatform.FlyAsync($"TOKEN={value}\n", TestContext.Current.CancellationToken, "secrets", "import", "--app", app.Name, "--stage")).ExitCode.ShouldBe(0);

        var deployed = await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        (await app.GetAsync("/env")).Split('\n').ShouldContain($"TOKEN={value}");
        deployed.Output.ShouldNotContain(value);
        (await app.OutputAsync("secrets", "list", "--json")).ShouldNotContain(value);
        (await app.OutputAsync("machine", "list", "--json")).ShouldNotContain(value);
        (await app.OutputAsync("logs", "--no-tail")).ShouldNotContain(value);
        Programs.Arguments().ShouldAllBe(arguments => !arguments.Contains(value));
        foreach (var log in Directory.GetFiles(Path.Combine(platform.State, "logs"), $"{app.Name}*")) (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).ShouldNotContain(value);
    }

    [Fact]
    public async Task Are_staged_until_machines_have_them()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        await app.OutputAsync("secrets", "set", "NAME=a=b", "--stage");
        var staged = await StatusAsync(app);
        await app.OutputAsync("secrets", "deploy");

        staged.ShouldBe(("NAME", "Staged"));
        (await StatusAsync(app)).ShouldBe(("NAME", "Deployed"));
        (await app.GetAsync("/env")).Split('\n').ShouldContain("NAME=a=b");
        (await app.ReleasesAsync())[0].GetProperty("Description").GetString().ShouldBe("Deploy secrets");
    }

    [Fact]
    public async Task Restart_the_machines_when_they_are_set_or_unset()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        await app.OutputAsync("secrets", "set", "NAME=\"x\"");
        var with = await app.GetAsync("/env");
        await app.OutputAsync("secrets", "unset", "NAME");

        with.Split('\n').ShouldContain("NAME=\"x\"");
        (await app.GetAsync("/env")).ShouldNotContain("NAME=\"x\"");
    }

    [Fact]
    public async Task Need_a_pair()
    {
        await using var app = await SampleApp.CreateAsync();

        (await app.FlyAsync("secrets", "set")).Error.ShouldContain("requires at least one SECRET=VALUE pair");
        (await app.FlyAsync("secrets", "set", "s3cr3t")).Error.ShouldNotContain("s3cr3t");
        (await app.FlyAsync("secrets", "deploy")).Error.ShouldContain("deploy your app at least once");
    }

    private static async Task<(string?, string?)> StatusAsync(SampleApp app)
    {
        var secret = JsonSerializer.Deserialize<JsonElement>(await app.OutputAsync("secrets", "list", "--json"))[0];
        secret.GetProperty("digest").GetString()!.Length.ShouldBe(16);
        return (secret.GetProperty("name").GetString(), secret.GetProperty("status").GetString());
    }
}
