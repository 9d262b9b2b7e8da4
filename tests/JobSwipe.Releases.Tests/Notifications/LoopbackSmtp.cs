using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobSwipe.Releases.Tests.Notifications;

/// <summary>An SMTP server for one message (RFC 5321), which keeps everything that it was told.</summary>
internal sealed class LoopbackSmtp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LoopbackSmtp()
    {
        _listener.Start();
        Session = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The whole conversation of the first client.</summary>
    public Task<string> Session { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string> ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var told = new StringBuilder();
        await writer.WriteLineAsync("220 loopback");
        for (var data = false; await reader.ReadLineAsync() is { } line;)
        {
            told.AppendLine(line);
            if (data && line != ".") continue;
            data = line == "DATA";
            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : data ? "354 go on" : "250 ok");
        }
        return told.ToString();
    }
}
