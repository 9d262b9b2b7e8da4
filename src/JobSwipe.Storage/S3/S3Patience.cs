using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace JobSwipe.Storage;

/// <summary>
/// Tries a request again when the server is overloaded, breaks the connection or is silent. The SDK's own retries know nothing of silence.
/// </summary>
internal sealed class S3Patience(S3Settings settings)
{
    private const int Attempts = 5;
    private const double SlowestBytesPerSecond = 512 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a request that sends so many bytes.</summary>
    /// <exception cref="TimeoutException">It was silent each time.</exception>
    public async Task<T> RunAsync<T>(long bytes, Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        var patience = settings.Timeout + TimeSpan.FromSeconds(bytes / SlowestBytesPerSecond);
        for (var attempt = 1; ; attempt++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            stop.CancelAfter(patience);
            try
            {
                return await request(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                if (attempt == Attempts) throw new TimeoutException($"it was silent for {patience.TotalSeconds:0} s, {Attempts} times");
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(exception) && !cancellation.IsCancellationRequested)
            {
            }
            // Not all at the same moment, or the server is overloaded again.
            await Task.Delay(FirstPause * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble()), cancellation);
        }
    }

    private static bool MayPass(Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError and not HttpStatusCode.InsufficientStorage or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        AmazonServiceException { ErrorCode: "SlowDown" or "RequestTimeout" or "Throttling" or "InternalError" } => true,
        AmazonServiceException { StatusCode: 0 } => true,
        AmazonServiceException => false,
        AmazonClientException or HttpRequestException or IOException or SocketException => true,
        _ => false,
    };
}
