using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace JobSwipe.LocalFly.SampleService;

/// <summary>HTTP/1.1 with just what the tests need, since it starts ten times faster than a web server would.</summary>
internal sealed class Service(Switches switches) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _under;
    private int _answered;

    public static async Task<int> RunAsync(Switches switches)
    {
        Console.WriteLine($"starting as {Environment.GetEnvironmentVariable("FLY_MACHINE_ID")}");
        if (switches.ExitsAtOnce is { } code) return code;
        if (switches.PortTakenOnce is { } file && !File.Exists(file))
        {
            File.WriteAllText(file, "");
            Console.Error.WriteLine("Failed to bind: Address already in use");
            return 1;
        }
        using var service = new Service(switches);
        return await service.ServeAsync();
    }

    public void Dispose() => _stop.Dispose();

    private async Task<int> ServeAsync()
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await Task.Delay(switches.SlowStart);
        using var listener = new TcpListener(IPAddress.Parse(Environment.GetEnvironmentVariable("BIND_ADDRESS")!), int.Parse(Environment.GetEnvironmentVariable("PORT")!));
        listener.Start();
        Console.WriteLine($"listening on {listener.LocalEndpoint}");
        try
        {
            while (true) _ = AnswerAsync(await listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // What is under way is answered first.
            while (Volatile.Read(ref _under) > 0) await Task.Delay(5);
            return 0;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            Console.WriteLine($"got {context.Signal}");
            if (context.Signal != PosixSignal.SIGINT || !switches.IgnoresInterrupt) _stop.Cancel();
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream(), Encoding.ASCII))
        {
            try
            {
                // Until the other side or a signal ends it.
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } request)
                {
                    Interlocked.Increment(ref _under);
                    try
                    {
                        await AnswerAsync(client.GetStream(), reader, request.Split(' ')[1]);
                    }
                    finally
                    {
                        Interlocked.Decrement(ref _under);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // Nobody waits for this answer any more.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, StreamReader reader, string path)
    {
        var headers = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line) headers.Add(line);
        var length = headers.Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line.Split(':')[1])).FirstOrDefault();
        var body = new char[length];
        if (length > 0) await reader.ReadBlockAsync(body);
        if (path == "/slow")
        {
            if (switches.SlowMarker is { } marker) await File.WriteAllTextAsync(marker, "");
            await Task.Delay(switches.SlowAnswer);
        }
        var (status, text) = path switch
        {
            "/health" => switches.NeverHealthy ? (503, "unwell") : (200, "well"),
            _ when switches.Error500 => (500, "broken"),
            "/env" => (200, string.Join('\n', Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}"))),
            "/headers" => (200, string.Join('\n', headers)),
            "/echo" => (200, new string(body)),
            _ => (200, Environment.GetEnvironmentVariable("RELEASE") ?? "none"),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\nContent-Length: {bytes.Length}\r\n\r\n"));
        await stream.WriteAsync(bytes);
        if (path != "/health" && Interlocked.Increment(ref _answered) == switches.ExitsAfter) Environment.Exit(3);
    }
}
