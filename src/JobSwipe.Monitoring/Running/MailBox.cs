using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobSwipe.Monitoring.Running;

/// <summary>A mail server on loopback that takes everything (RFC 5321, as far as Alertmanager's client goes).</summary>
internal sealed class MailBox : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<Message> _received;

    public MailBox(Action<Message> received)
    {
        _received = received;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 localhost");
                var data = false;
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    if (data)
                    {
                        if (line.StartsWith("Subject: ", StringComparison.OrdinalIgnoreCase) && Message.Read("mail", line[9..]) is { } message) _received(message);
                        if (line != ".") continue;
                        data = false;
                        await writer.WriteLineAsync("250 ok");
                        continue;
                    }
                    data = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
                    var quit = line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase);
                    await writer.WriteLineAsync(data ? "354 go on" : quit ? "221 bye" : "250 ok");
                    if (quit) return;
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client is gone.
            }
        }
    }
}
