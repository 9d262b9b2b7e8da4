using System.Text.Json;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl logs --no-tail</c>: also of machines that are gone.</summary>
internal sealed class Logs : ICommand
{
    public string Path => "logs";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json, new("no-tail", 'n', IsSwitch: true), new("machine"), new("instance", 'i'), new("region", 'r')];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var only = invocation.Value("machine") ?? invocation.Value("instance");
        foreach (var line in (await invocation.OnPlatform().LogsAsync(cancellation)).Where(line => only is null || line.Instance == only))
            await invocation.Output.WriteLineAsync(invocation.IsOn("json")
                ? JsonSerializer.Serialize(new { level = "info", instance = line.Instance, message = line.Message, region = "local", timestamp = line.Timestamp })
                : $"{line.Timestamp:yyyy-MM-ddTHH:mm:ssZ} app[{line.Instance}] local [info]{line.Message}");
        return 0;
    }
}
