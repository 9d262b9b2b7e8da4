using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>A multipart upload: a few parts travel at the same time, and memory holds only those and the one being filled.</summary>
internal sealed class S3Upload(IAmazonS3 client, S3Settings settings, S3Errors errors, string key, WriteCondition condition)
{
    private const int InFlight = 3;
    private readonly string _key = settings.Prefix + key;

    /// <summary>Uploads the parts; the first one was read already, to see whether there is more than one.</summary>
    /// <returns>How many bytes were sent, and the ETag of what they became.</returns>
    public async Task<(long Sent, string ETag)> RunAsync(byte[] first, int length, Stream content, CancellationToken cancellation)
    {
        var upload = await errors.TranslateAsync("begin an upload", key, () => client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = settings.Bucket, Key = _key }, cancellation), cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var parts = new List<Task<PartETag>>();
        try
        {
            var sent = 0L;
            var buffer = first;
            for (var number = 1; length > 0; number++)
            {
                if (number > PartSizes.MaxParts) throw new StoreRefused(settings.Location, $"take '{key}'", "it is longer than 10,000 parts");
                parts.Add(SendAsync(upload.UploadId, number, buffer, length, stop.Token));
                sent += length;
                if (parts.Count >= InFlight) await parts[^InFlight];
                if (length < buffer.Length) break;
                buffer = new byte[settings.PartSize ?? PartSizes.Of(number + 1)];
                length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            }
            var tags = await Task.WhenAll(parts);
            var done = await errors.TranslateAsync("complete an upload", key, () => client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
            {
                BucketName = settings.Bucket,
                Key = _key,
                UploadId = upload.UploadId,
                PartETags = [.. tags],
                IfNoneMatch = condition.MustBeNew ? "*" : null,
                IfMatch = condition.ETag,
            }, cancellation), cancellation);
            return (sent, done.ETag);
        }
        catch
        {
            await stop.CancelAsync();
            await Task.WhenAll(parts.Select(part => part.ContinueWith(_ => { }, TaskScheduler.Default)));
            await AbortAsync(upload.UploadId);
            throw;
        }
    }

    private Task<PartETag> SendAsync(string upload, int number, byte[] buffer, int length, CancellationToken cancellation) =>
        errors.TranslateAsync("take a part", key, async () => new PartETag(await client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = settings.Bucket,
            Key = _key,
            UploadId = upload,
            PartNumber = number,
            PartSize = length,
            InputStream = new MemoryStream(buffer, 0, length, writable: false),
            UseChunkEncoding = settings.Chunked,
        }, cancellation), copyChecksums: true), cancellation);

    // Runs also when the whole was cancelled: parts that stay behind are paid for and are in no list.
    private async Task AbortAsync(string upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(settings.Bucket, _key, upload, CancellationToken.None);
        }
        catch (Exception exception) when (exception is AmazonS3Exception or HttpRequestException or Amazon.Runtime.AmazonClientException)
        {
            // The first error tells more, and the bucket's life cycle rule removes what is left.
        }
    }
}
