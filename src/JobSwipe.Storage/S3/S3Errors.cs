using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace JobSwipe.Storage;

/// <summary>Says what an answer of an S3 server means (Amazon S3 API reference, error responses; MinIO's own codes).</summary>
internal sealed class S3Errors(S3Settings settings)
{
    /// <summary>Runs an operation and translates its failure.</summary>
    public async Task<T> TranslateAsync<T>(string what, string key, Func<Task<T>> operation, CancellationToken cancellation)
    {
        try
        {
            return await operation();
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
        (_, HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) => new StoreRefused(settings.Location, what, exception.ErrorCode ?? "Forbidden", exception),
        (_, HttpStatusCode.NotFound) => new ObjectMissing(settings.Location, key),
        _ => new StoreUnreachable(settings.Location, $"it answered {(int)exception.StatusCode} {exception.ErrorCode} ({exception.Message})", exception),
    };

    private static bool IsNetwork(Exception exception, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested
        && exception is HttpRequestException or AmazonServiceException or AmazonClientException or IOException or TimeoutException or OperationCanceledException;
}
