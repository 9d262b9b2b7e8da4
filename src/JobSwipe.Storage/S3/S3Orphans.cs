using Amazon.S3;
using Amazon.S3.Model;
using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>Uploads that were begun and never completed, because their writer was killed: they are in no list of objects, and are paid for.</summary>
internal sealed class S3Orphans(IAmazonS3 client, S3Settings settings, S3Errors errors)
{
    /// <summary>Aborts those that began before a time; without the right to, nothing happens.</summary>
    public async Task AbortAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        try
        {
            var request = new ListMultipartUploadsRequest { BucketName = settings.Bucket, Prefix = settings.Prefix };
            ListMultipartUploadsResponse page;
            do
            {
                page = await errors.TranslateAsync("list uploads", "", stop => client.ListMultipartUploadsAsync(request, stop), cancellation);
                foreach (var upload in page.MultipartUploads ?? [])
                {
                    if (upload.Initiated?.ToUniversalTime() < before.UtcDateTime)
                        await errors.TranslateAsync("abort an upload", upload.Key, stop => client.AbortMultipartUploadAsync(settings.Bucket, upload.Key, upload.UploadId, stop), cancellation);
                }
                (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
            }
            while (page.IsTruncated == true);
        }
        catch (DeliveryError error) when (error is StoreRefused or ObjectMissing)
        {
            // Not every server lists them, and not every user may.
        }
    }
}
