using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests.Cli;

public sealed class CommandLineTests(SharedPlatform platform)
{
    [Fact]
    public async Task Wants_a_token()
    {
        var result = await Programs.FlyAsync(new Dictionary<string, string?> { ["LOCALFLY_STATE"] = platform.State, ["FLY_API_TOKEN"] = null }, "apps", "list");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldBe("Error: no access token available. Please login with 'flyctl auth login'\n");
    }

    [Fact]
    public async Task Wants_a_platform()
    {
        var result = await Programs.FlyAsync(new Dictionary<string, string?> { ["LOCALFLY_STATE"] = "/nowhere", ["FLY_API_TOKEN"] = "any" }, "apps", "list");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldBe("Error: no local platform runs in /nowhere; start one with: flyctl serve --state /nowhere\n");
    }

    [Theory]
    [InlineData("Error: unknown command \"depoly\" for \"flyctl\" (nearest: deploy)", "depoly")]
    [InlineData("Error: unknown command \"craete\" for \"flyctl apps\" (nearest: apps create)", "apps", "craete")]
    [InlineData("Error: \"flyctl secrets\" needs one of its commands: secrets deploy, secrets import, secrets list, secrets set, secrets unset", "secrets")]
    [InlineData("Error: unknown command \"now\" for \"flyctl status\"", "status", "now")]
    [InlineData("Error: unknown flag: --imgae (nearest: --image)", "deploy", "--imgae", "x")]
    [InlineData("Error: unknown shorthand flag: 'z' in -z", "status", "-z")]
    [InlineData("Error: flag needs an argument: --app", "status", "--app")]
    [InlineData("Error: invalid argument \"maybe\" for \"--ha\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax", "deploy", "--ha=maybe")]
    [InlineData("Error: Could not find App \"nobody\"", "status", "--app", "nobody")]
    [InlineData("Error: failed loading app config from /nowhere/fly.toml: open /nowhere/fly.toml: no such file or directory", "deploy", "--config", "/nowhere/fly.toml")]
    public async Task Refuses_with_exit_code_1(string error, params string[] arguments)
    {
        var result = await SharedPlatform.FlyAsync(arguments);

        result.ExitCode.ShouldBe(1);
        result.Error.TrimEnd().ShouldBe(error);
    }

    [Fact]
    public async Task Lists_its_commands_when_there_is_none() => (await SharedPlatform.FlyAsync()).Error.ShouldStartWith("Error: a command is needed; here are: apps create,");

    [Fact]
    public async Task Says_its_version() => (await SharedPlatform.FlyAsync("version")).Output.ShouldStartWith("flyctl v");
}
