using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.Monitoring.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JobSwipe.Monitoring.Running;

/// <summary>
/// The outside world on loopback: Slack's and the pager's webhook, the dead-man's switch, and stand-ins for exporters that cannot run here. Mail comes
/// in through <see cref="MailBox"/>.
/// </summary>
internal sealed class Inbox : IAsyncDisposable
{
    /// <summary>The alert of the dead-man's switch, which is not Prometheus'.</summary>
    public const string MonitoringDead = "MonitoringDead";

    /// <summary>The token that the stand-in for Fly's Prometheus wants.</summary>
    public const string FlyToken = "drill-token";

    private readonly ConcurrentQueue<Message> _messages = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new();
    private readonly Pace _pace;
    private readonly WebApplication _app;
    private readonly MailBox _mail;
    private readonly Task _switch;
    private long _heard;

    private Inbox(Pace pace, WebApplication app, int port)
    {
        (_pace, _app, Port) = (pace, app, port);
        _mail = new MailBox(_messages.Enqueue);
        app.MapPost("/slack", (HttpContext context) => TakeAsync("slack", context));
        app.MapPost("/page", (HttpContext context) => TakeAsync("page", context));
        app.MapPost("/deadman", () => { Interlocked.Exchange(ref _heard, Stopwatch.GetTimestamp()); return "ok"; });
        app.MapGet("/outside", () => "ok");
        app.MapGet("/standin/redis", () => StandIn.Redis());
        app.MapGet("/standin/pushed", () => StandIn.Pushed());
        app.MapGet("/standin/federate", (HttpContext context) => context.Request.Headers.Authorization == $"FlyV1 {FlyToken}"
            ? Results.Text(StandIn.Fly()) : Results.StatusCode(401));
        _switch = WatchAsync();
    }

    public int Port { get; }

    public int MailPort => _mail.Port;

    /// <summary>Everything that arrived.</summary>
    public IReadOnlyList<Message> Messages => [.. _messages];

    public static async Task<Inbox> StartAsync(Pace pace)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var inbox = new Inbox(pace, app, port);
        await app.StartAsync();
        return inbox;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _switch;
        _mail.Dispose();
        await _app.DisposeAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task TakeAsync(string way, HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        var title = document.RootElement.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("title").GetString() : document.RootElement.GetProperty("text").GetString();
        if (Message.Read(way, title ?? "") is { } message) _messages.Enqueue(message);
        await context.Response.WriteAsync("ok");
    }

    // The dead-man's switch: told nothing for a while, it calls the pager itself.
    private async Task WatchAsync()
    {
        var dead = false;
        try
        {
            for (; ; await Task.Delay(50, _stop.Token))
            {
                var heard = Interlocked.Read(ref _heard);
                // It is armed by the first heartbeat.
                if (heard == 0) continue;
                var silent = Stopwatch.GetElapsedTime(heard) > _pace.Silence;
                if (silent == dead) continue;
                dead = silent;
                foreach (var way in (string[])["page", "slack"])
                    (await _http.PostAsJsonAsync($"http://127.0.0.1:{Port}/{way}", new { text = $"{(dead ? "FIRING" : "RESOLVED")} {MonitoringDead} (critical)" }, _stop.Token)).Dispose();
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }
}
