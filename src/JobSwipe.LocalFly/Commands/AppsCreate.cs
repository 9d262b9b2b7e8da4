using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl apps create NAME</c>.</summary>
internal sealed class AppsCreate : ICommand
{
    public string Path => "apps create";

    public IReadOnlyList<Flag> Flags => [new("name"), new("org", 'o'), Flag.Json, Flag.Yes];

    public int MaxArguments => 1;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = invocation.Argument ?? invocation.Value("name") ?? throw new FlyError("name argument or flag must be specified when not running interactively");
        var app = await invocation.Platform().PostAsync<AppView>($"apps/{Uri.EscapeDataString(name)}", null, cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json") ? JsonSerializer.Serialize(new { ID = app.Name, app.Name }, Json.Pretty) : $"New app created: {app.Name}");
        return 0;
    }
}
