using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JobSwipe.Benchmarks;

/// <summary>An S3 server on this machine: moto, everything in memory.</summary>
internal sealed partial class S3Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private S3Server(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>Its bucket <c>backups</c>, as <c>--store</c> takes it.</summary>
    public string Location => $"s3://backups/prefix?endpoint={Uri.EscapeDataString(Endpoint.GetLeftPart(UriPartial.Authority))}&pathStyle=true";

    /// <summary>Starts it.</summary>
    /// <returns>The server; null where moto is not installed.</returns>
    public static S3Server? TryStart()
    {
        try
        {
            var server = new S3Server(Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
            try
            {
                server.MakeBucket();
                return server;
            }
            catch
            {
                server.Dispose();
                throw;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void MakeBucket()
    {
        var said = new TaskCompletionSource<string>();
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) said.TrySetException(new ProgramFailed("moto_server", 1, "it ended before it listened"));
            else if (Address().Match(line.Data) is { Success: true } match) said.TrySetResult(match.Groups[1].Value);
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Endpoint = new Uri(said.Task.WaitAsync(Patience).GetAwaiter().GetResult());
        using var client = new HttpClient();
        using var answer = client.PutAsync(new Uri(Endpoint, "backups"), null).GetAwaiter().GetResult();
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"Running on (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Address();
}
