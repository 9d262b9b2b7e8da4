using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>A multipart upload: a few parts travel at the same time, and only those and the one being filled are kept.</summary>
internal sealed class S3Upload(IAmazonS3 client, S3Settings settings, S3Errors errors, string key, WriteCondition condition)
{
    private const int InFlight = 3;
    private readonly string _key = settings.Prefix + key;

    /// <summary>Uploads the parts; the first one was read already, to see whether there is more than one.</summary>
    /// <returns>How many bytes were sent, and the ETag of what they became.</returns>
    public async Task<(long Sent, string ETag)> RunAsync(PartBuffer first, Stream content, CancellationToken cancellation)
    {
        var upload = await errors.TranslateAsync("begin an upload", key, stop => client.InitiateMultipartUploadAsync(
            S3Requests.Initiate(settings, _key, condition), stop), cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var parts = new List<Task<PartETag>>();
        try
        {
            var sent = 0L;
            var part = first;
            for (var number = 1; part.Length > 0; number++)
            {
                if (number > PartSizes.MaxParts) throw new StoreRefused(settings.Location, $"take '{key}'", "it is longer than 10,000 parts");
                var size = settings.PartSize ?? PartSizes.Of(number);
                parts.Add(SendAsync(upload.UploadId, number, part, stop.Token));
                sent += part.Length;
                if (parts.Count >= InFlight) await parts[^InFlight];
                if (part.Length < size) break;
                part = await PartBuffer.ReadAsync(content, settings.PartSize ?? PartSizes.Of(number + 1), cancellation);
            }
            return (sent, await CompleteAsync(upload.UploadId, await Task.WhenAll(parts), cancellation));
        }
        catch
        {
            await stop.CancelAsync();
            await Task.WhenAll(parts.Select(part => part.ContinueWith(_ => { }, TaskScheduler.Default)));
            await AbortAsync(upload.UploadId);
            throw;
        }
    }

    private async Task<string> CompleteAsync(string upload, PartETag[] parts, CancellationToken cancellation)
    {
        try
        {
            var done = await errors.TranslateAsync("complete an upload", key,
                stop => client.CompleteMultipartUploadAsync(Complete(upload, parts), stop), cancellation);
            return done.ETag;
        }
        catch (Exception exception) when (condition.MustBeNew && exception is (ObjectChanged or ObjectMissing))
        {
            // The answer to a first attempt may have been lost although the server did what was asked.
            var expected = S3ETags.OfParts(parts.Select(part => part.ETag));
            if (expected is not null && await S3ETags.IsAsync(client, settings, _key, expected, cancellation)) return expected;
            throw;
        }
    }

    private CompleteMultipartUploadRequest Complete(string upload, PartETag[] parts) => new()
    {
        BucketName = settings.Bucket,
        Key = _key,
        UploadId = upload,
        PartETags = [.. parts],
        IfNoneMatch = condition.MustBeNew ? "*" : null,
        IfMatch = condition.ETag,
    };

    private async Task<PartETag> SendAsync(string upload, int number, PartBuffer part, CancellationToken cancellation)
    {
        using (part)
        {
            return await errors.TranslateAsync("take a part", key, async stop => new PartETag(await client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = settings.Bucket,
                Key = _key,
                UploadId = upload,
                PartNumber = number,
                PartSize = part.Length,
                InputStream = part.Open(),
                UseChunkEncoding = settings.Chunked,
            }, stop), copyChecksums: true), cancellation, part.Length);
        }
    }

    // Runs also when the whole was cancelled: parts that stay behind are paid for and are in no list.
    private async Task AbortAsync(string upload)
    {
        try
        {
            await errors.TranslateAsync("abort an upload", key, stop => client.AbortMultipartUploadAsync(settings.Bucket, _key, upload, stop), CancellationToken.None);
        }
        catch (Tools.DeliveryError)
        {
            // The first error tells more; the next run, or the bucket's life cycle rule, removes what is left.
        }
    }
}
