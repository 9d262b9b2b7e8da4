using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage;

/// <summary>
/// ETags that S3 gives (Amazon S3 user guide, checking object integrity): the MD5 of the content, and for a multipart upload the MD5 of its parts'
/// MD5s and their number. With KMS keys they are something else, and then nothing is recognized.
/// </summary>
internal static class S3ETags
{
    /// <summary>The ETag of a single put.</summary>
    public static string Of(Stream content)
    {
        // Not for security: it is the name that the server gives.
#pragma warning disable CA5351
        return $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
    }

    /// <summary>The ETag of an upload; null when a part's is no MD5.</summary>
    public static string? OfParts(IEnumerable<string> parts)
    {
        var hashes = parts.Select(part => part.Trim('"')).ToArray();
        if (hashes.Any(hash => hash.Length != 32 || !hash.All(char.IsAsciiHexDigit))) return null;
        return $"\"{Convert.ToHexStringLower(MD5.HashData([.. hashes.SelectMany(Convert.FromHexString)]))}-{hashes.Length}\"";
    }
#pragma warning restore CA5351

    /// <summary>Whether the object under a key has this ETag now.</summary>
    public static async Task<bool> IsAsync(IAmazonS3 client, S3Settings settings, string key, string etag, CancellationToken cancellation)
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = settings.Bucket, Key = key }, cancellation);
            return head.ETag.Trim('"') == etag.Trim('"');
        }
        catch (AmazonS3Exception)
        {
            return false;
        }
    }
}
