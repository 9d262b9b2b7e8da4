using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Tools.Processes;

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
    private readonly HttpListener _listener;
    private readonly MailBox _mail;
    private readonly Task _serving;
    private readonly Task _switch;
    private long _heard;

    private Inbox(Pace pace, HttpListener listener, int port)
    {
        (_pace, _listener, Port) = (pace, listener, port);
        _mail = new MailBox(_messages.Enqueue);
        _serving = ServeAsync();
        _switch = WatchAsync();
    }

    public int Port { get; }

    public int MailPort => _mail.Port;

    /// <summary>Everything that arrived.</summary>
    public IReadOnlyList<Message> Messages => [.. _messages];

    public static Inbox Start(Pace pace)
    {
        var port = FreePort.Next();
        var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        listener.Start();
        return new Inbox(pace, listener, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _switch;
        _mail.Dispose();
        _listener.Close();
        await _serving;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var (status, text) = await ReplyAsync(context.Request);
            context.Response.StatusCode = (int)status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Who asked went away, or the inbox is closing.
        }
    }

    private async Task<(HttpStatusCode, string)> ReplyAsync(HttpListenerRequest request)
    {
        switch ($"{request.HttpMethod} {request.Url!.AbsolutePath}")
        {
            case "POST /slack":
                await TakeAsync("slack", request);
                return (HttpStatusCode.OK, "ok");
            case "POST /page":
                await TakeAsync("page", request);
                return (HttpStatusCode.OK, "ok");
            case "POST /deadman":
                Interlocked.Exchange(ref _heard, Stopwatch.GetTimestamp());
                return (HttpStatusCode.OK, "ok");
            case "GET /outside": return (HttpStatusCode.OK, "ok");
            case "GET /standin/redis": return (HttpStatusCode.OK, StandIn.Redis());
            case "GET /standin/pushed": return (HttpStatusCode.OK, StandIn.Pushed());
            case "GET /standin/federate":
                return request.Headers["Authorization"] == $"FlyV1 {FlyToken}" ? (HttpStatusCode.OK, StandIn.Fly()) : (HttpStatusCode.Unauthorized, "");
            default: return (HttpStatusCode.NotFound, "");
        }
    }

    private async Task TakeAsync(string way, HttpListenerRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.InputStream);
        var title = document.RootElement.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("title").GetString() : document.RootElement.GetProperty("text").GetString();
        if (Message.Read(way, title ?? "") is { } message) _messages.Enqueue(message);
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
