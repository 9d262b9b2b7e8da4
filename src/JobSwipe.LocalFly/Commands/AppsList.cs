using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl apps list</c>.</summary>
internal sealed class AppsList : ICommand
{
    public string Path => "apps list";

    public IReadOnlyList<Flag> Flags => [Flag.Json, new("org", 'o'), new("quiet", 'q', IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var apps = await invocation.Platform().GetAsync<AppView[]>("apps", cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(apps.Select(app => new { ID = app.Name, app.Name, app.Hostname, Status = "deployed" }), Json.Pretty)
            : string.Join('\n', apps.Select(app => invocation.IsOn("quiet") ? app.Name : $"{app.Name}\t{app.Url}")));
        return 0;
    }
}
