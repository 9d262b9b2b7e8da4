using System.Net.Sockets;
using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>An object being read, which goes on where it stopped when the connection breaks, ends early or is silent.</summary>
internal sealed class ResumingStream(IAmazonS3 client, S3Settings settings, S3Errors errors, string key, GetObjectResponse first) : Stream
{
    private const int Attempts = 4;
    private readonly string _etag = first.ETag;
    private GetObjectResponse _response = first;
    private int _failures;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length { get; } = first.ContentLength;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position == Length || buffer.Length == 0) return 0;
        while (true)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stop.CancelAfter(settings.Timeout);
            try
            {
                var read = await _response.ResponseStream.ReadAsync(buffer, stop.Token);
                if (read == 0) throw new IOException($"the server ended '{key}' after {Position} of {Length} bytes");
                Position += read;
                return read;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is IOException or HttpRequestException or SocketException or OperationCanceledException or Amazon.Runtime.AmazonClientException)
            {
                if (++_failures > Attempts) throw new StoreUnreachable(settings.Location, exception is OperationCanceledException ? $"it was silent while '{key}' was read" : exception.Message, exception);
            }
            await ReopenAsync(cancellationToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _response.Dispose();
        base.Dispose(disposing);
    }

    // Only the very same object may be continued.
    private async Task ReopenAsync(CancellationToken cancellation)
    {
        _response.Dispose();
        _response = await errors.TranslateAsync($"read '{key}'", key, stop => client.GetObjectAsync(new GetObjectRequest
        {
            BucketName = settings.Bucket,
            Key = settings.Prefix + key,
            ByteRange = new ByteRange(Position, Length - 1),
            EtagToMatch = _etag,
        }, stop), cancellation);
    }
}
