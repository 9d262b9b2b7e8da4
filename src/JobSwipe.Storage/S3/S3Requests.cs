using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>Requests that create objects, with what the location asks for: encryption at rest and Object Lock.</summary>
internal static class S3Requests
{
    public static PutObjectRequest Put(S3Settings settings, string key, Stream content, WriteCondition condition)
    {
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            InputStream = content,
            IfNoneMatch = condition.MustBeNew ? "*" : null,
            IfMatch = condition.ETag,
            UseChunkEncoding = settings.Chunked,
            ServerSideEncryptionMethod = settings.Encryption is { } method ? ServerSideEncryptionMethod.FindValue(method) : null,
            ServerSideEncryptionKeyManagementServiceKeyId = settings.EncryptionKey,
        };
        if (settings.Lock is not { } held || !condition.MustBeNew) return request;
        request.ObjectLockMode = Mode(held);
        request.ObjectLockRetainUntilDate = Until(held);
        return request;
    }

    public static InitiateMultipartUploadRequest Initiate(S3Settings settings, string key, WriteCondition condition)
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            ServerSideEncryptionMethod = settings.Encryption is { } method ? ServerSideEncryptionMethod.FindValue(method) : null,
            ServerSideEncryptionKeyManagementServiceKeyId = settings.EncryptionKey,
        };
        if (settings.Lock is not { } held || !condition.MustBeNew) return request;
        request.ObjectLockMode = Mode(held);
        request.ObjectLockRetainUntilDate = Until(held);
        return request;
    }

    private static ObjectLockMode Mode(ObjectLock held) => held.Compliance ? ObjectLockMode.Compliance : ObjectLockMode.Governance;

    private static DateTime Until(ObjectLock held) => DateTime.UtcNow.AddDays(held.Days);
}
