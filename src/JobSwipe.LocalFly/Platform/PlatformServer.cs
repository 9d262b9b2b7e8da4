using System.Collections.Concurrent;
using System.Text.Json;
using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Machines;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JobSwipe.LocalFly.Platform;

/// <summary>The platform: apps and their machines, behind an API on loopback like Fly's Machines API.</summary>
internal sealed class PlatformServer(string state, ImageStore images) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FlyApp> _apps = new();
    private readonly SemaphoreSlim _creating = new(1);
    private WebApplication? _server;

    /// <summary>Starts it and writes <c>platform.json</c>.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(state);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = Wire.Options.PropertyNamingPolicy;
            options.SerializerOptions.DefaultIgnoreCondition = Wire.Options.DefaultIgnoreCondition;
        });
        _server = builder.Build();
        _server.Use(AnswerErrorsAsync);
        Map(_server);
        await _server.StartAsync(cancellation);
        var url = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var file = Path.Combine(state, "platform.json");
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(new PlatformFile(Environment.ProcessId, url, DateTimeOffset.UtcNow), Wire.Options), cancellation);
        File.Move(file + ".new", file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(Path.Combine(state, "platform.json"));
        if (_server is not null) await _server.DisposeAsync();
        await Task.WhenAll(_apps.Values.Select(app => app.DisposeAsync().AsTask()));
    }

    private void Map(WebApplication server)
    {
        server.MapGet("/apps", () => _apps.Values.Select(app => app.View).OrderBy(app => app.Name));
        server.MapPost("/apps/{name}", CreateAsync);
        server.MapGet("/apps/{name}", (string name) => App(name).View);
        server.MapDelete("/apps/{name}", async (string name) =>
        {
            if (_apps.TryRemove(name, out var app)) await app.DisposeAsync();
            return new { };
        });
        server.MapGet("/apps/{name}/machines", (string name) => App(name).Machines.Values.Select(machine => machine.View).OrderBy(machine => machine.CreatedAt));
        server.MapPost("/apps/{name}/machines", LaunchAsync);
        server.MapPost("/apps/{name}/machines/{id}", async (string name, string id, MachineConfig config) =>
        {
            await Machine(name, id).ReplaceAsync(config, await images.ResolveAsync(config.Image), Secrets(name));
            return Machine(name, id).View;
        });
        server.MapPost("/apps/{name}/machines/{id}/cordon", (string name, string id) => Machine(name, id).Cordon());
        server.MapPost("/apps/{name}/machines/{id}/uncordon", (string name, string id) => Machine(name, id).Uncordon());
        server.MapPost("/apps/{name}/machines/{id}/stop", async (string name, string id) =>
        {
            await Machine(name, id).StopAsync();
            return Machine(name, id).View;
        });
        server.MapDelete("/apps/{name}/machines/{id}", async (string name, string id) =>
        {
            if (App(name).Machines.TryRemove(id, out var machine)) await machine.DestroyAsync();
            return new { };
        });
        server.MapGet("/apps/{name}/releases", (string name) => App(name).Releases);
        server.MapPost("/apps/{name}/releases", (string name, ReleaseView release) => App(name).Record(release));
        server.MapPost("/apps/{name}/lease", (string name, string owner, double seconds) => App(name).Lease(owner, TimeSpan.FromSeconds(seconds))
            ? Results.Ok(new { owner })
            : throw new PlatformError($"failed to acquire lease: lease currently held by another deployment of {name}", StatusCodes.Status409Conflict));
        server.MapDelete("/apps/{name}/lease", (string name, string owner) =>
        {
            App(name).Release(owner);
            return new { };
        });
        server.MapGet("/apps/{name}/secrets", (string name) => App(name).Secrets.Select(secret => SecretDigest.View(secret.Key, secret.Value)).OrderBy(secret => secret.Name));
        server.MapPost("/apps/{name}/secrets", (string name, SecretsRequest request) =>
        {
            foreach (var (key, value) in request.Values)
            {
                if (value is null) App(name).Secrets.TryRemove(key, out _);
                else App(name).Secrets[key] = value;
            }
            return new { };
        });
        server.MapGet("/apps/{name}/logs", (string name) => App(name).Machines.Values.SelectMany(machine => machine.Log().Select(line => new { machine = machine.Id, line })));
    }

    private async Task<AppView> CreateAsync(string name)
    {
        // One at a time, so that two calls for one name do not both start a proxy.
        await _creating.WaitAsync();
        try
        {
            if (_apps.ContainsKey(name)) throw new PlatformError("Validation failed: Name has already been taken");
            var port = Environment.GetEnvironmentVariable($"LOCALFLY_PORT_{name.ToUpperInvariant().Replace('-', '_')}");
            var proxy = await AppProxy.StartAsync(port is null ? 0 : int.Parse(port));
            var app = _apps[name] = new FlyApp(name, proxy);
            proxy.Machines = () => app.Machines.Values;
            return app.View;
        }
        finally
        {
            _creating.Release();
        }
    }

    private async Task<MachineView> LaunchAsync(string name, LaunchRequest request)
    {
        var app = App(name);
        var machine = new Machine(app.Name, request.Config, await images.ResolveAsync(request.Config.Image), Path.Combine(state, "logs"), request.Cordoned);
        app.Machines[machine.Id] = machine;
        if (request.Config.AutoDestroy) machine.Ended += () => app.Machines.TryRemove(machine.Id, out _);
        await machine.StartAsync(Secrets(name));
        return machine.View;
    }

    private FlyApp App(string name) => _apps.TryGetValue(name, out var app) ? app : throw new PlatformError($"Could not find App \"{name}\"", StatusCodes.Status404NotFound);

    private Machine Machine(string name, string id) =>
        App(name).Machines.TryGetValue(id, out var machine) ? machine : throw new PlatformError($"machine {id} was not found in app {name}", StatusCodes.Status404NotFound);

    private Dictionary<string, string> Secrets(string name) => new(App(name).Secrets);

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
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsJsonAsync(new ErrorView(exception.Message), Wire.Options);
        }
    }
}
