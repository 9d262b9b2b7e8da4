using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl version</c>.</summary>
internal sealed class VersionCommand : ICommand
{
    public string Path => "version";

    public IReadOnlyList<Flag> Flags => [];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await invocation.Output.WriteLineAsync("flyctl v0.0.0-local, the stand-in of JobSwipe delivery");
        return 0;
    }
}

/// <summary><c>flyctl config validate</c>.</summary>
internal sealed class ConfigValidate : ICommand
{
    public string Path => "config validate";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("strict", 's', IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        _ = invocation.Platform();
        await invocation.Output.WriteLineAsync($"Validating {invocation.ConfigPath()}");
        FlyToml.Load(invocation.ConfigPath());
        await invocation.Output.WriteLineAsync("✓ Configuration is valid");
        return 0;
    }
}

/// <summary><c>flyctl logs --no-tail</c>.</summary>
internal sealed class Logs : ICommand
{
    public string Path => "logs";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("no-tail", 'n', IsSwitch: true), new("machine")];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var only = invocation.Value("machine");
        foreach (var entry in await invocation.Platform().GetAsync<LogLine[]>($"apps/{invocation.App()}/logs", cancellation))
            if (only is null || entry.Machine == only) await invocation.Output.WriteLineAsync($"{entry.Machine} {entry.Line}");
        return 0;
    }

    private sealed record LogLine(string Machine, string Line);
}
