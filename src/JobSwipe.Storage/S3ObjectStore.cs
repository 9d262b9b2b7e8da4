using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>A bucket as an object store: AWS, MinIO, Tigris, R2 and others that know conditional writes.</summary>
public sealed class S3ObjectStore : IObjectStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Settings _settings;
    private readonly S3Errors _errors;

    /// <summary>Uses a bucket.</summary>
    /// <param name="settings">Where and how.</param>
    /// <param name="credentials">Who; null leaves it to the SDK's chain (profile, web identity, container).</param>
    public S3ObjectStore(S3Settings settings, AWSCredentials? credentials)
    {
        _settings = settings;
        _errors = new S3Errors(settings);
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            AuthenticationRegion = settings.Region,
            RequestChecksumCalculation = settings.ChecksumsOnlyRequired ? RequestChecksumCalculation.WHEN_REQUIRED : RequestChecksumCalculation.WHEN_SUPPORTED,
            ResponseChecksumValidation = settings.ChecksumsOnlyRequired ? ResponseChecksumValidation.WHEN_REQUIRED : ResponseChecksumValidation.WHEN_SUPPORTED,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 4,
        };
        if (settings.Endpoint is { } endpoint) config.ServiceURL = endpoint.ToString();
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        _client = credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }

    /// <inheritdoc/>
    public string Location => _settings.Location;

    /// <summary>Objects in one answer of a list; 1,000 is S3's most.</summary>
    internal int PageSize { get; init; } = 1_000;

    /// <inheritdoc/>
    public async Task CheckWritableAsync(CancellationToken cancellation = default)
    {
        var key = _settings.Prefix + ".probe";
        await _errors.TranslateAsync("store anything", ".probe", () => _client.PutObjectAsync(
            new PutObjectRequest { BucketName = _settings.Bucket, Key = key, ContentBody = "probe", UseChunkEncoding = _settings.Chunked }, cancellation), cancellation);
        try
        {
            await _client.DeleteObjectAsync(_settings.Bucket, key, cancellation);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == System.Net.HttpStatusCode.Forbidden)
        {
            // A user who may only write is what a backup should have; the probe stays and is in no list.
        }
    }

    /// <inheritdoc/>
    public async Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default)
    {
        ObjectKey.Check(key);
        // Refused before gigabytes travel; the condition on the write itself is what counts.
        if (condition.MustBeNew && await HeadAsync(key, cancellation) is not null) throw new ObjectExists(Location, key);
        var first = new byte[_settings.PartSize ?? PartSizes.Of(1)];
        var length = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellation);
        (long Sent, string ETag) put;
        try
        {
            put = length < first.Length
                ? await PutWholeAsync(key, first, length, condition, cancellation)
                : await new S3Upload(_client, _settings, _errors, key, condition).RunAsync(first, length, content, cancellation);
        }
        catch (ObjectChanged) when (condition.MustBeNew)
        {
            throw new ObjectExists(Location, key);
        }
        var info = await HeadAsync(key, cancellation) ?? throw new ObjectMissing(Location, key);
        // Another ETag is somebody else's write after ours, which is none of our business.
        if (info.ETag != put.ETag || info.Size == put.Sent) return info with { ETag = put.ETag, Size = put.Sent };
        await DeleteAsync(key, cancellation);
        throw new UploadNotStored(Location, key, put.Sent, info.Size);
    }

    /// <inheritdoc/>
    public async Task<Stream> GetAsync(string key, CancellationToken cancellation = default)
    {
        var response = await _errors.TranslateAsync($"read '{key}'", key, () => _client.GetObjectAsync(
            new GetObjectRequest { BucketName = _settings.Bucket, Key = _settings.Prefix + ObjectKey.Check(key) }, cancellation), cancellation);
        return response.ResponseStream;
    }

    /// <inheritdoc/>
    public async Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default)
    {
        try
        {
            var found = await _errors.TranslateAsync($"look at '{key}'", key, () => _client.GetObjectMetadataAsync(
                new GetObjectMetadataRequest { BucketName = _settings.Bucket, Key = _settings.Prefix + ObjectKey.Check(key) }, cancellation), cancellation);
            return new ObjectInfo(key, found.ContentLength, found.ETag, Utc(found.LastModified));
        }
        catch (ObjectMissing)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var request = new ListObjectsV2Request { BucketName = _settings.Bucket, Prefix = _settings.Prefix + prefix, MaxKeys = PageSize };
        ListObjectsV2Response page;
        do
        {
            page = await _errors.TranslateAsync("list", prefix, () => _client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var found in page.S3Objects ?? [])
            {
                var key = found.Key[_settings.Prefix.Length..];
                if (!key.StartsWith('.')) yield return new ObjectInfo(key, found.Size ?? 0, found.ETag, Utc(found.LastModified));
            }
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string key, CancellationToken cancellation = default) => _errors.TranslateAsync($"delete '{key}'", key, () =>
        _client.DeleteObjectAsync(_settings.Bucket, _settings.Prefix + ObjectKey.Check(key), cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<(long Sent, string ETag)> PutWholeAsync(string key, byte[] content, int length, WriteCondition condition, CancellationToken cancellation)
    {
        var response = await _errors.TranslateAsync($"store '{key}'", key, () => _client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = _settings.Prefix + key,
            InputStream = new MemoryStream(content, 0, length, writable: false),
            IfNoneMatch = condition.MustBeNew ? "*" : null,
            IfMatch = condition.ETag,
            UseChunkEncoding = _settings.Chunked,
        }, cancellation), cancellation);
        return (length, response.ETag);
    }

    private static DateTimeOffset Utc(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime(), TimeSpan.Zero) : default;
}
