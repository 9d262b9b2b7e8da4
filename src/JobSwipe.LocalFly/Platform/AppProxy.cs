using System.Net;
using System.Net.Sockets;
using JobSwipe.LocalFly.Machines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Yarp.ReverseProxy.Forwarder;

namespace JobSwipe.LocalFly.Platform;

/// <summary>
/// What Fly's proxy is for an app: one address that stays, and requests that go in turn to the machines that are started, healthy and not
/// cordoned. A request that never reached a machine goes to another one.
/// </summary>
internal sealed class AppProxy : IAsyncDisposable
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(100) };
    private readonly WebApplication _server;
    private readonly IHttpForwarder _forwarder;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    private int _turn = -1;

    private AppProxy(WebApplication server)
    {
        _server = server;
        _forwarder = server.Services.GetRequiredService<IHttpForwarder>();
    }

    /// <summary>The machines to choose from; set once by the app.</summary>
    public Func<IEnumerable<Machine>> Machines { get; set; } = () => [];

    public string Url { get; private set; } = "";

    /// <summary>Starts a proxy on a port of loopback that the system chooses, or a given one.</summary>
    public static async Task<AppProxy> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null).UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddHttpForwarder();
        // The machines have ended by then; what is still here has nobody to answer it.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = builder.Build();
        var proxy = new AppProxy(server);
        server.Run(proxy.ForwardAsync);
        try
        {
            await server.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException || exception.GetBaseException() is SocketException)
        {
            await server.DisposeAsync();
            throw new PlatformError($"port {port} is taken by another program; free it, or choose another one in LOCALFLY_PORT_<APP>");
        }
        proxy.Url = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        // A body that was read cannot be sent again, so only requests without one are.
        var attempts = context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0 ? 1 : 3;
        for (var attempt = 1; ; attempt++)
        {
            using var visit = await ChooseAsync(context.RequestAborted);
            if (visit is null)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsync("could not find a good candidate: no known healthy instances found for route");
                return;
            }
            var error = await _forwarder.SendAsync(context, $"http://127.0.0.1:{visit.Port}/", _client, Config, FlyHeaders.Instance);
            if (error != ForwarderError.Request || attempt == attempts || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;
            context.Response.Clear();
        }
    }

    /// <summary>Fly's proxy does not give up at once either: it looks for a machine up to 40 times.</summary>
    private async Task<Visit?> ChooseAsync(CancellationToken aborted)
    {
        for (var attempt = 1; attempt < 40; attempt++)
        {
            if (Choose() is { } visit) return visit;
            try
            {
                await Task.Delay(100, aborted);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
        return Choose();
    }

    private Visit? Choose()
    {
        var machines = Machines().Where(machine => machine.TakesRequests).OrderBy(machine => machine.Id, StringComparer.Ordinal).ToArray();
        if (machines.Length == 0) return null;
        var first = (int)((uint)Interlocked.Increment(ref _turn) % machines.Length);
        return Enumerable.Range(first, machines.Length).Select(at => machines[at % machines.Length].TryEnter()).FirstOrDefault(visit => visit is not null);
    }

    private sealed class FlyHeaders : HttpTransformer
    {
        public static FlyHeaders Instance { get; } = new();

        public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string destination, CancellationToken cancellation)
        {
            await base.TransformRequestAsync(context, request, destination, cancellation);
            var client = context.Connection.RemoteIpAddress?.ToString() ?? "";
            Set("Fly-Client-IP", client);
            Set("X-Forwarded-For", client);
            Set("X-Forwarded-Proto", "http");
            Set("Fly-Region", "local");

            void Set(string name, string value)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
