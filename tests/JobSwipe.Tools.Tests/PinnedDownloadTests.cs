using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Tests;

public sealed class PinnedDownloadTests : IDisposable
{
    private static readonly byte[] Program = "#!/bin/sh\necho hello\n"u8.ToArray();
    private readonly TemporaryFolder _cache = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task Installs_what_has_the_pinned_sum_and_fetches_it_once()
    {
        using var publisher = Publisher.Of(Program);
        var tool = Tool(publisher.At("tool"), Program);

        tool.Locate().ShouldBeNull();
        var path = await tool.EnsureAsync(Cancellation);

        (await new Command(path).OutputAsync(Cancellation)).Trim().ShouldBe("hello");
        (await tool.EnsureAsync(Cancellation)).ShouldBe(path);
        publisher.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_program_out_of_an_archive()
    {
        var archive = Archive("tool");
        using var publisher = Publisher.Of(archive);

        var path = await Tool(publisher.At("tool.tar.gz"), archive).EnsureAsync(Cancellation);

        (await new Command(path).OutputAsync(Cancellation)).Trim().ShouldBe("hello");
    }

    [Fact]
    public async Task Refuses_another_file_than_the_pinned_one_and_leaves_nothing()
    {
        using var publisher = Publisher.Of("#!/bin/sh\necho evil\n"u8.ToArray());
        var tool = Tool(publisher.At("tool"), Program);

        (await Should.ThrowAsync<DownloadRefused>(() => tool.EnsureAsync(Cancellation))).Problem.ShouldContain("is pinned");

        tool.Locate().ShouldBeNull();
        Directory.EnumerateFileSystemEntries(_cache.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_an_archive_without_the_program()
    {
        var archive = Archive("../tool2");
        using var publisher = Publisher.Of(archive);

        (await Should.ThrowAsync<DownloadRefused>(() => Tool(publisher.At("tool.tar.gz"), archive).EnsureAsync(Cancellation))).Problem.ShouldContain("holds no tool");
    }

    [Fact]
    public async Task Says_what_could_not_be_fetched()
    {
        var publisher = Publisher.Of(Program);
        var from = publisher.At("tool");
        publisher.Dispose();

        (await Should.ThrowAsync<DownloadRefused>(() => Tool(from, Program).EnsureAsync(Cancellation))).Problem.ShouldContain("cannot be fetched");
    }

    [Fact]
    public async Task Has_none_for_another_architecture() =>
        (await Should.ThrowAsync<DownloadRefused>(() => (Tool(new Uri("http://127.0.0.1/"), Program) with { Files = new Dictionary<Architecture, (Uri, string)>() }).EnsureAsync(Cancellation)))
            .Problem.ShouldContain("there is none for");

    private PinnedDownload Tool(Uri from, byte[] content) =>
        new("tool", "1.0", new Dictionary<Architecture, (Uri, string)> { [RuntimeInformation.OSArchitecture] = (from, Convert.ToHexStringLower(SHA256.HashData(content))) }) { Cache = _cache.Path };

    private static byte[] Archive(string name)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionMode.Compress))
        using (var tar = new TarWriter(zipped))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Program) });
        return bytes.ToArray();
    }

    /// <summary>Answers every request with the same bytes, on loopback.</summary>
    private sealed class Publisher : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _requests;

        public int Requests => _requests;

        public static Publisher Of(byte[] content)
        {
            var publisher = new Publisher();
            publisher._listener.Start();
            _ = publisher.ServeAsync(content);
            return publisher;
        }

        public Uri At(string file) => new($"http://{_listener.LocalEndpoint}/{file}");

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] content)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _requests);
                    var stream = client.GetStream();
                    using var reader = new StreamReader(stream, leaveOpen: true);
                    while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"));
                    await stream.WriteAsync(content);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The test has ended.
            }
        }
    }
}
