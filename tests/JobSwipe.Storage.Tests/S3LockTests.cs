using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace JobSwipe.Storage.Tests;

public sealed class S3LockTests(MotoServer server)
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Asks_for_lock_and_encryption_when_an_upload_in_parts_begins()
    {
        // The test server forgets the lock of an upload in parts.
        var settings = S3Settings.Parse("s3://bucket?lock=governance:7&sse=aws:kms&sseKey=k");

        var once = S3Requests.Initiate(settings, "k", WriteCondition.IsNew);
        once.ObjectLockMode.ShouldBe(ObjectLockMode.Governance);
        (once.ServerSideEncryptionMethod, once.ServerSideEncryptionKeyManagementServiceKeyId).ShouldBe((ServerSideEncryptionMethod.AWSKMS, "k"));
        S3Requests.Initiate(settings, "k", WriteCondition.None).ObjectLockMode.ShouldBeNull();
    }

    [Fact]
    public async Task Locks_what_is_written_once_and_encrypts_it_at_rest()
    {
        using var client = Client();
        var bucket = "b" + Guid.NewGuid().ToString("N");
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = true }, Cancellation);
        using var store = Store($"s3://{bucket}?lock=compliance:7&sse=AES256&pathStyle=true&endpoint={server.Endpoint}");
        await store.CheckWritableAsync(Cancellation);

        await store.PutAsync("once", new PipeLike(new byte[10]), WriteCondition.IsNew, Cancellation);
        await store.PutTextAsync("often", "1", WriteCondition.None, Cancellation);

        var once = await client.GetObjectMetadataAsync(bucket, "once", Cancellation);
        once.ServerSideEncryptionMethod.ShouldBe(ServerSideEncryptionMethod.AES256);
        once.ObjectLockMode.ShouldBe(ObjectLockMode.Compliance);
        once.ObjectLockRetainUntilDate!.Value.ToUniversalTime().ShouldBe(DateTime.UtcNow.AddDays(7), TimeSpan.FromMinutes(5));
        await Should.ThrowAsync<AmazonS3Exception>(() => client.DeleteObjectAsync(bucket, "once", once.VersionId, Cancellation));
        await store.DeleteAsync("often", Cancellation);
    }

    [Fact]
    public async Task Says_that_a_bucket_has_no_lock()
    {
        var location = await server.NewLocationAsync("&lock=governance:7");
        using var store = Store(location);

        (await Should.ThrowAsync<ObjectLockMissing>(() => store.CheckWritableAsync(Cancellation))).Remedy.ShouldContain("Object Lock");
    }

    [Theory]
    [InlineData("lock=7")]
    [InlineData("lock=forever:7")]
    [InlineData("sse=rot13")]
    [InlineData("sseKey=k")]
    [InlineData("timeout=0")]
    public void Refuses_settings_that_are_none(string setting) =>
        Should.Throw<StoreLocationInvalid>(() => S3Settings.Parse($"s3://bucket?{setting}"));

    [Fact]
    public async Task Writes_without_the_right_to_read_or_delete()
    {
        // The server refuses what least-privilege.json does not allow: reading, looking and deleting.
        using var proxy = new FaultyProxy(server.Endpoint, line => line.StartsWith("HEAD", StringComparison.Ordinal) || line.StartsWith("DELETE", StringComparison.Ordinal) && !line.Contains("uploadId", StringComparison.Ordinal) ? Fault.Refuse : Fault.None);
        using var store = Store((await server.NewLocationAsync()).Replace(Uri.EscapeDataString(server.Endpoint), Uri.EscapeDataString(proxy.Endpoint)));

        await store.CheckWritableAsync(Cancellation);
        foreach (var (key, length) in new[] { ("small", 10), ("big", 9_000_000) })
        {
            await store.PutAsync(key, new PipeLike(new byte[length]), WriteCondition.IsNew, Cancellation);
            await Should.ThrowAsync<ObjectExists>(() => store.PutAsync(key, new PipeLike(new byte[length + 1]), WriteCondition.IsNew, Cancellation));
        }
        await Should.ThrowAsync<StoreRefused>(() => store.DeleteAsync("small", Cancellation));
    }

    private static S3ObjectStore Store(string location) => new(S3Settings.Parse(location), Credentials);

    private AmazonS3Client Client() => new(Credentials, new AmazonS3Config { ServiceURL = server.Endpoint, ForcePathStyle = true });
}
