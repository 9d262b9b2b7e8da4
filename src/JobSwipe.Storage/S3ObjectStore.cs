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
            // S3Patience does it.
            MaxErrorRetry = 0,
            // Silence is watched for each request by its length (S3Patience); the client's own limit would cut long parts.
            Timeout = TimeSpan.FromHours(6),
        };
        if (settings.Endpoint is { } endpoint) config.ServiceURL = endpoint.ToString();
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        _client = credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }

    /// <inheritdoc/>
    public string Location => _settings.Location;

    /// <summary>Objects in one answer of a list; 1,000 is S3's most.</summary>
    internal int PageSize { get; init; } = 1_000;

    /// <summary>How old an unfinished upload must be to be taken for one whose writer was killed.</summary>
    public TimeSpan OrphansAfter { get; init; } = TimeSpan.FromHours(20);

    /// <inheritdoc/>
    /// <exception cref="ObjectLockMissing">The location asks for a lock that the bucket does not have.</exception>
    public async Task CheckWritableAsync(CancellationToken cancellation = default)
    {
        var key = _settings.Prefix + ".probe";
        await _errors.TranslateAsync("store anything", ".probe", stop => _client.PutObjectAsync(
            new PutObjectRequest { BucketName = _settings.Bucket, Key = key, ContentBody = "probe", UseChunkEncoding = _settings.Chunked }, stop), cancellation);
        try
        {
            await _errors.TranslateAsync("delete the probe", ".probe", stop => _client.DeleteObjectAsync(_settings.Bucket, key, stop), cancellation);
        }
        catch (StoreRefused)
        {
            // A user who may only write is what a backup should have; the probe stays and is in no list.
        }
        if (_settings.Lock is not null) await CheckLockAsync(cancellation);
        await new S3Orphans(_client, _settings, _errors).AbortAsync(DateTimeOffset.UtcNow - OrphansAfter, cancellation);
    }

    /// <inheritdoc/>
    public async Task<ObjectInfo> PutAsync(string key, Stream content, WriteCondition condition, CancellationToken cancellation = default)
    {
        ObjectKey.Check(key);
        // Refused before gigabytes travel; the condition on the write itself is what counts.
        if (condition.MustBeNew && await HeadAsync(key, cancellation) is not null) throw new ObjectExists(Location, key);
        var size = _settings.PartSize ?? PartSizes.Of(1);
        var first = await PartBuffer.ReadAsync(content, size, cancellation);
        (long Sent, string ETag) put;
        try
        {
            put = first.Length < size
                ? await PutWholeAsync(key, first, condition, cancellation)
                : await new S3Upload(_client, _settings, _errors, key, condition).RunAsync(first, content, cancellation);
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
        var response = await _errors.TranslateAsync($"read '{key}'", key, stop => _client.GetObjectAsync(
            new GetObjectRequest { BucketName = _settings.Bucket, Key = _settings.Prefix + ObjectKey.Check(key) }, stop), cancellation);
        return new ResumingStream(_client, _settings, _errors, key, response);
    }

    /// <inheritdoc/>
    public async Task<ObjectInfo?> HeadAsync(string key, CancellationToken cancellation = default)
    {
        try
        {
            var found = await _errors.TranslateAsync($"look at '{key}'", key, stop => _client.GetObjectMetadataAsync(
                new GetObjectMetadataRequest { BucketName = _settings.Bucket, Key = _settings.Prefix + ObjectKey.Check(key) }, stop), cancellation);
            return new ObjectInfo(key, found.ContentLength, found.ETag, Utc(found.LastModified));
        }
        catch (ObjectMissing)
        {
            return null;
        }
        catch (StoreRefused)
        {
            // Who may not read may still list, and a list tells length and ETag too.
            await foreach (var info in ListAsync(key, cancellation))
                if (info.Key == key) return info;
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
            page = await _errors.TranslateAsync("list", prefix, stop => _client.ListObjectsV2Async(request, stop), cancellation);
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
    public Task DeleteAsync(string key, CancellationToken cancellation = default) => _errors.TranslateAsync($"delete '{key}'", key, stop =>
        _client.DeleteObjectAsync(_settings.Bucket, _settings.Prefix + ObjectKey.Check(key), stop), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>How many uploads are unfinished.</summary>
    internal async Task<int> UploadsAsync(CancellationToken cancellation) =>
        (await _client.ListMultipartUploadsAsync(_settings.Bucket, cancellation)).MultipartUploads?.Count ?? 0;

    private async Task<(long Sent, string ETag)> PutWholeAsync(string key, PartBuffer content, WriteCondition condition, CancellationToken cancellation)
    {
        using (content)
        {
            try
            {
                var response = await _errors.TranslateAsync($"store '{key}'", key, stop => _client.PutObjectAsync(
                    S3Requests.Put(_settings, _settings.Prefix + key, content.Open(), condition), stop), cancellation, content.Length);
                return (content.Length, response.ETag);
            }
            catch (ObjectChanged) when (condition.MustBeNew)
            {
                // The answer to a first attempt may have been lost although the server did what was asked; HTTP clients try again unseen.
                var expected = S3ETags.Of(content.Open());
                if (await S3ETags.IsAsync(_client, _settings, _settings.Prefix + key, expected, cancellation)) return (content.Length, expected);
                throw;
            }
        }
    }

    private async Task CheckLockAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = _settings.Bucket }, cancellation);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new ObjectLockMissing(Location, _settings.Bucket, exception);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == System.Net.HttpStatusCode.Forbidden)
        {
            // Who may only write learns it from the first object.
        }
    }

    private static DateTimeOffset Utc(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime(), TimeSpan.Zero) : default;
}
