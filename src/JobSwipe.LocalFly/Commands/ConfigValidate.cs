using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Config;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl config validate</c>.</summary>
internal sealed class ConfigValidate : ICommand
{
    public string Path => "config validate";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("strict", 's', IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        await invocation.Output.WriteLineAsync($"Validating {invocation.ConfigPath()}");
        FlyToml.Load(invocation.ConfigPath());
        await app.ViewAsync(cancellation);
        await invocation.Output.WriteLineAsync("✓ Configuration is valid");
        return 0;
    }
}
