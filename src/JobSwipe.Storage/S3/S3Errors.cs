using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace JobSwipe.Storage;

/// <summary>Says what an answer of an S3 server means (Amazon S3 API reference, error responses; MinIO's own codes).</summary>
internal sealed class S3Errors(S3Settings settings)
{
    private readonly S3Patience _patience = new(settings);

    /// <summary>Runs an operation, with patience, and translates its failure.</summary>
    /// <param name="what">What was tried, for the message.</param>
    /// <param name="key">The object.</param>
    /// <param name="operation">The request.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="bytes">How many bytes it sends.</param>
    public async Task<T> TranslateAsync<T>(string what, string key, Func<CancellationToken, Task<T>> operation, CancellationToken cancellation, long bytes = 0)
    {
        try
        {
            return await _patience.RunAsync(bytes, operation, cancellation);
        }
        catch (AmazonS3Exception exception)
        {
            throw Translate(what, key, exception);
        }
        catch (Exception exception) when (IsNetwork(exception, cancellation))
        {
            throw new StoreUnreachable(settings.Location, (exception.InnerException ?? exception).Message, exception);
        }
    }

    private Exception Translate(string what, string key, AmazonS3Exception exception) => (exception.ErrorCode, exception.StatusCode) switch
    {
        ("NoSuchBucket", _) => new BucketMissing(settings.Location, settings.Bucket),
        ("NoSuchKey" or "NotFound", _) => new ObjectMissing(settings.Location, key),
        ("PreconditionFailed" or "ConditionalRequestConflict", _) or (_, HttpStatusCode.PreconditionFailed) => new ObjectChanged(settings.Location, key),
        ("XMinioStorageFull" or "QuotaExceeded" or "InsufficientStorage", _) or (_, HttpStatusCode.InsufficientStorage) =>
            new StoreFull(settings.Location, key, exception),
        ("RequestTimeTooSkewed", _) => new ClockSkewed(settings.Location, exception),
        (_, HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) => new StoreRefused(settings.Location, what, exception.ErrorCode ?? "Forbidden", exception),
        (_, HttpStatusCode.NotFound) => new ObjectMissing(settings.Location, key),
        _ => new StoreUnreachable(settings.Location, $"it answered {(int)exception.StatusCode} {exception.ErrorCode} ({exception.Message})", exception),
    };

    private static bool IsNetwork(Exception exception, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested
        && exception is HttpRequestException or SocketException or AmazonServiceException or AmazonClientException or IOException or TimeoutException or OperationCanceledException;
}
