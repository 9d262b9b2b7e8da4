using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace JobSwipe.Storage.Tests;

/// <summary>What a proxy does to one request.</summary>
public enum Fault
{
    None,
    InternalError,
    SlowDown,
    ResetRequest,
    ResetResponse,
    Truncate,
    Stall,
    Refuse,
    Skew,
    Full,
}

/// <summary>Stands between a store and its S3 server, passes requests on, and fails some of them as networks and servers do.</summary>
public sealed partial class FaultyProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Func<string, Fault> _choose;
    private int _faults;

    /// <summary>Begins to listen.</summary>
    /// <param name="server">Where requests go.</param>
    /// <param name="choose">Given a request's first line, says what happens to it.</param>
    public FaultyProxy(string server, Func<string, Fault> choose)
    {
        (_server, _choose) = (new Uri(server), choose);
        _listener.Start();
        Endpoint = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = AcceptAsync();
    }

    public string Endpoint { get; }

    /// <summary>How many requests failed.</summary>
    public int Faults => _faults;

    /// <summary>While true, every connection is broken: the network is cut.</summary>
    public bool Cut { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var stop = _stop.Token;
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync(stop), stop);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Disposed.
        }
    }

    // One request a connection: the answer says Connection: close.
    private async Task ServeAsync(Socket client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                if (Cut) { Reset(client); return; }
                await using var from = new NetworkStream(client);
                var head = await ReadHeadAsync(from, stop);
                if (head.Length == 0) return;
                var fault = _choose(head[..head.IndexOf('\r')]);
                if (fault != Fault.None) Interlocked.Increment(ref _faults);
                await ServeAsync(client, from, head, fault, stop);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One side is gone.
            }
        }
    }

    private async Task ServeAsync(Socket client, NetworkStream from, string head, Fault fault, CancellationToken stop)
    {
        var length = BodyLength().Match(head) is { Success: true } match ? long.Parse(match.Groups[1].Value) : 0;
        if (head.Contains("100-continue", StringComparison.OrdinalIgnoreCase)) await from.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop);
        if (fault == Fault.ResetRequest)
        {
            await CopyAsync(from, Stream.Null, length / 2, stop);
            Reset(client);
            return;
        }
        if (Answer(fault) is { } answer)
        {
            await CopyAsync(from, Stream.Null, length, stop);
            await from.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
            return;
        }
        if (fault == Fault.Stall)
        {
            await Task.Delay(Timeout.Infinite, stop);
            return;
        }
        using var server = new TcpClient();
        await server.ConnectAsync(_server.Host, _server.Port, stop);
        await using var to = server.GetStream();
        await to.WriteAsync(Encoding.ASCII.GetBytes(ConnectionHeader().Replace(head, "").Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")), stop);
        await CopyAsync(from, to, length, stop);
        if (fault == Fault.ResetResponse)
        {
            // The server has done what was asked; only nobody hears of it.
            await ReadHeadAsync(to, stop);
            Reset(client);
            return;
        }
        var response = await ReadHeadAsync(to, stop);
        await from.WriteAsync(Encoding.ASCII.GetBytes(ConnectionHeader().Replace(response, "").Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")), stop);
        var body = BodyLength().Match(response) is { Success: true } found ? long.Parse(found.Groups[1].Value) : long.MaxValue;
        if (head.StartsWith("HEAD", StringComparison.Ordinal)) body = 0;
        await CopyAsync(to, from, fault == Fault.Truncate ? body / 2 : body, stop);
    }

    private static string? Answer(Fault fault)
    {
        var (status, code) = fault switch
        {
            Fault.InternalError => ("500 Internal Server Error", "InternalError"),
            Fault.SlowDown => ("503 Slow Down", "SlowDown"),
            Fault.Refuse => ("403 Forbidden", "AccessDenied"),
            Fault.Skew => ("403 Forbidden", "RequestTimeTooSkewed"),
            Fault.Full => ("507 Insufficient Storage", "XMinioStorageFull"),
            _ => ("", ""),
        };
        if (code.Length == 0) return null;
        var body = $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>";
        return $"HTTP/1.1 {status}\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
    }

    private static void Reset(Socket client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") return head.ToString();
        }
        return "";
    }

    private static async Task CopyAsync(Stream from, Stream to, long bytes, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while (bytes > 0 && (read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes)), stop)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
            bytes -= read;
        }
    }

    [GeneratedRegex(@"^content-length:\s*(\d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex BodyLength();

    [GeneratedRegex(@"^(connection|expect):.*\r\n", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ConnectionHeader();
}
