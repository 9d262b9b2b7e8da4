using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl apps create NAME</c>.</summary>
internal sealed class AppsCreate : ICommand
{
    public string Path => "apps create";

    public IReadOnlyList<Flag> Flags => [new("name"), new("org", 'o'), Flag.Json, Flag.Yes];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = invocation.Argument ?? invocation.Value("name") ?? throw new FlyError("name argument or flag must be specified when not running interactively");
        var app = await invocation.Platform().PostAsync<AppView>($"apps/{name}", new { }, cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json") ? JsonSerializer.Serialize(new { ID = app.Name, app.Name }, Json.Pretty) : $"New app created: {app.Name}");
        return 0;
    }
}

/// <summary><c>flyctl apps destroy NAME</c>.</summary>
internal sealed class AppsDestroy : ICommand
{
    public string Path => "apps destroy";

    public IReadOnlyList<Flag> Flags => [Flag.Yes];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = invocation.Argument ?? throw new FlyError("accepts at least 1 arg(s), received 0");
        if (!invocation.IsOn("yes")) throw new FlyError("yes flag must be specified when not running interactively");
        await invocation.Platform().GetAsync<AppView>($"apps/{name}", cancellation);
        await invocation.Platform().DeleteAsync($"apps/{name}", cancellation);
        await invocation.Output.WriteLineAsync($"Destroyed app {name}");
        return 0;
    }
}

/// <summary><c>flyctl apps list</c>.</summary>
internal sealed class AppsList : ICommand
{
    public string Path => "apps list";

    public IReadOnlyList<Flag> Flags => [Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var apps = await invocation.Platform().GetAsync<AppView[]>("apps", cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(apps.Select(app => new { ID = app.Name, app.Name, app.Hostname, Status = "deployed" }), Json.Pretty)
            : string.Join('\n', apps.Select(app => $"{app.Name}\t{app.Url}")));
        return 0;
    }
}
