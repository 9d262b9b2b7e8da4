using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Storage.Tests;

/// <summary>An S3 server for tests: moto (Apache 2.0, github.com/getmoto/moto), everything in memory.</summary>
public sealed partial class MotoServer : IAsyncLifetime
{
    private readonly Guard _guard = Guard.Start();
    private RunningCommand? _server;
    private string? _missing;

    /// <summary>The server's address; ends the test as skipped when there is no server.</summary>
    public string Endpoint
    {
        get
        {
            if (_missing is not null) Assert.Skip(_missing);
            return field!;
        }
        private set;
    }

    /// <summary>A location with an empty bucket of its own.</summary>
    public async Task<string> NewLocationAsync(string settings = "")
    {
        var bucket = "b" + Guid.NewGuid().ToString("N");
        using var client = new AmazonS3Client(new BasicAWSCredentials("test", "test"), new AmazonS3Config { ServiceURL = Endpoint, ForcePathStyle = true });
        await client.PutBucketAsync(bucket, TestContext.Current.CancellationToken);
        return $"s3://{bucket}/some/prefix?endpoint={Uri.EscapeDataString(Endpoint)}&pathStyle=true{settings}";
    }

    /// <summary>A store in an empty bucket of its own.</summary>
    public async Task<S3ObjectStore> NewStoreAsync(string settings = "") =>
        new(S3Settings.Parse(await NewLocationAsync(settings)), new BasicAWSCredentials("test", "test"));

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = RunningCommand.Start(new Command("moto_server", "-H", "127.0.0.1", "-p", "0")
                .With(new Dictionary<string, string?> { ["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "moto"), ["PYTHONDONTWRITEBYTECODE"] = "1" }));
        }
        catch (ToolMissing)
        {
            _missing = "not run: there is no S3 server; install one with: pip install 'moto[server]==5.2.1'";
            return;
        }
        _guard.AddEnd(_server.Id);
        var deadline = DateTime.UtcNow.AddSeconds(30);
        Match address;
        while (!(address = Address().Match(_server.Errors)).Success)
        {
            if (_server.HasExited || DateTime.UtcNow > deadline) throw new InvalidOperationException("moto_server did not start: " + _server.Errors);
            await Task.Delay(20);
        }
        Endpoint = address.Groups[1].Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _guard.Dispose();
    }

    [GeneratedRegex(@"Running on (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Address();
}
