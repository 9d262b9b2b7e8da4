using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Images;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JobSwipe.LocalFly.Platform;

/// <summary>The platform: apps and their machines, behind an API on loopback like Fly's Machines API.</summary>
internal sealed partial class PlatformServer(string state, ImageStore images) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FlyApp> _apps = new();
    private readonly SemaphoreSlim _creating = new(1);
    private WebApplication? _server;

    /// <summary>Starts it; from then on it can be found by its folder.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(state);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options => Wire.Configure(options.SerializerOptions));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _server = builder.Build();
        _server.Use(AnswerErrorsAsync);
        MapApps(_server);
        MapMachines(_server.MapGroup("/apps/{name}/machines"));
        await _server.StartAsync(cancellation);
        var url = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        new PlatformFile(Environment.ProcessId, url, DateTimeOffset.UtcNow).Write(state);
    }

    public async ValueTask DisposeAsync()
    {
        PlatformFile.Delete(state);
        await Task.WhenAll(_apps.Values.Select(app => app.DisposeAsync().AsTask()));
        if (_server is not null) await _server.DisposeAsync();
    }

    private void MapApps(WebApplication server)
    {
        server.MapGet("/images", (string reference) => images.Resolve(reference).Reference);
        server.MapGet("/apps", () => _apps.Values.Select(app => app.View).OrderBy(app => app.Name, StringComparer.Ordinal));
        server.MapPost("/apps/{name}", CreateAsync);
        server.MapGet("/apps/{name}", (string name) => App(name).View);
        server.MapDelete("/apps/{name}", async (string name) =>
        {
            App(name);
            if (_apps.TryRemove(name, out var app)) await app.DisposeAsync();
            return new { };
        });
        server.MapGet("/apps/{name}/releases", (string name) => App(name).Releases);
        server.MapPost("/apps/{name}/releases", (string name, ReleaseView release) => App(name).Record(release));
        server.MapPost("/apps/{name}/lease", (string name, string owner, double seconds) =>
        {
            App(name).Lease(owner, TimeSpan.FromSeconds(seconds));
            return new { };
        });
        server.MapDelete("/apps/{name}/lease", (string name, string owner) =>
        {
            App(name).Release(owner);
            return new { };
        });
        server.MapGet("/apps/{name}/secrets", (string name) => App(name).Secrets());
        server.MapPost("/apps/{name}/secrets", (string name, SecretsRequest request) =>
        {
            App(name).SetSecrets(request.Values);
            return new { };
        });
        server.MapGet("/apps/{name}/logs", (string name) => App(name).Log);
    }

    private void MapMachines(RouteGroupBuilder machines)
    {
        machines.MapGet("", (string name) => App(name).Machines.OrderBy(machine => machine.Created).Select(machine => machine.View));
        machines.MapPost("", (string name, LaunchRequest request) => App(name).LaunchAsync(request));
        machines.MapGet("/{id}", (string name, string id) => App(name).ViewOf(id));
        machines.MapPost("/{id}", (string name, string id, MachineConfig config) => App(name).UpdateAsync(id, config));
        machines.MapPost("/{id}/cordon", (string name, string id) => App(name).Machine(id).Cordon(true));
        machines.MapPost("/{id}/uncordon", (string name, string id) => App(name).Machine(id).Cordon(false));
        machines.MapPost("/{id}/metadata/{key}", (string name, string id, string key, string value) => App(name).Machine(id).Tag(key, value));
        machines.MapPost("/{id}/start", (string name, string id) => App(name).StartAsync(id));
        machines.MapPost("/{id}/stop", (string name, string id, StopRequest? request) => App(name).StopAsync(id, request));
        machines.MapDelete("/{id}", async (string name, string id) =>
        {
            await App(name).DestroyAsync(id);
            return new { };
        });
    }

    private async Task<AppView> CreateAsync(string name)
    {
        if (!AppName().IsMatch(name)) throw new PlatformError("Validation failed: Name may only contain numbers, lowercase letters and dashes");
        // One at a time, so that two calls for one name do not both start a proxy.
        await _creating.WaitAsync();
        try
        {
            if (_apps.ContainsKey(name)) throw new PlatformError("Validation failed: Name has already been taken");
            var proxy = await AppProxy.StartAsync(PortOf(name));
            var app = _apps[name] = new FlyApp(name, proxy, images, state);
            proxy.Machines = () => app.Machines;
            return app.View;
        }
        finally
        {
            _creating.Release();
        }
    }

    private static int PortOf(string name)
    {
        var variable = $"LOCALFLY_PORT_{name.ToUpperInvariant().Replace('-', '_')}";
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text) return 0;
        return int.TryParse(text, out var port) && port is > 0 and < 65536 ? port : throw new PlatformError($"{variable} is '{text}', which is not a port");
    }

    private FlyApp App(string name) => _apps.TryGetValue(name, out var app) ? app : throw new PlatformError($"Could not find App \"{name}\"", StatusCodes.Status404NotFound);

    private static async Task AnswerErrorsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (PlatformError error)
        {
            context.Response.StatusCode = error.Status;
            await context.Response.WriteAsJsonAsync(new ErrorView(error.Message), Wire.Options);
        }
        catch (BadHttpRequestException error)
        {
            context.Response.StatusCode = error.StatusCode;
            await context.Response.WriteAsJsonAsync(new ErrorView(error.Message), Wire.Options);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsJsonAsync(new ErrorView(exception.Message), Wire.Options);
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex AppName();
}
