using Amazon.Runtime;
using Amazon.S3;

namespace JobSwipe.Storage.Tests;

public sealed class S3ObjectStoreTests(MotoServer server) : ObjectStoreContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override async Task<IObjectStore> NewStoreAsync() => await server.NewStoreAsync();

    [Theory]
    [InlineData("&checksums=required")]
    [InlineData("&chunked=false")]
    [InlineData("&checksums=required&chunked=false&partSize=5242880")]
    public async Task Works_with_the_settings_that_other_providers_need(string settings)
    {
        using var store = await server.NewStoreAsync(settings);

        await store.PutAsync("k", new PipeLike(new byte[11_000_000]), WriteCondition.IsNew, Cancellation);

        (await store.HeadAsync("k", Cancellation))!.Size.ShouldBe(11_000_000);
        await Should.ThrowAsync<ObjectExists>(() => store.PutAsync("k", new PipeLike(new byte[11_000_000]), WriteCondition.IsNew, Cancellation));
    }

    [Fact]
    public async Task Aborts_the_upload_of_a_source_that_fails()
    {
        var location = await server.NewLocationAsync();
        var settings = S3Settings.Parse(location);
        using var store = new S3ObjectStore(settings, new BasicAWSCredentials("test", "test"));
        var source = new PipeLike(new byte[30_000_000]) { Failure = new InvalidDataException("the source broke") };

        await Should.ThrowAsync<InvalidDataException>(() => store.PutAsync("k", source, WriteCondition.IsNew, Cancellation));

        using var client = new AmazonS3Client(new BasicAWSCredentials("test", "test"), new AmazonS3Config { ServiceURL = server.Endpoint, ForcePathStyle = true });
        (await client.ListMultipartUploadsAsync(settings.Bucket, Cancellation)).MultipartUploads.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_more_than_one_page()
    {
        using var store = new S3ObjectStore(S3Settings.Parse(await server.NewLocationAsync()), new BasicAWSCredentials("test", "test")) { PageSize = 3 };
        foreach (var number in Enumerable.Range(0, 8)) await store.PutTextAsync($"k/{number}", "", WriteCondition.None, Cancellation);

        (await Keys(store, "k/")).ShouldBe(Enumerable.Range(0, 8).Select(number => $"k/{number}"));
    }

    [Fact]
    public async Task Names_the_bucket_that_is_not_there()
    {
        using var store = new S3ObjectStore(S3Settings.Parse($"s3://nowhere?endpoint={server.Endpoint}&pathStyle=true"), new BasicAWSCredentials("test", "test"));

        var error = await Should.ThrowAsync<BucketMissing>(() => store.CheckWritableAsync(Cancellation));

        error.Problem.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Says_that_a_server_does_not_answer()
    {
        using var store = new S3ObjectStore(S3Settings.Parse("s3://bucket?endpoint=http://127.0.0.1:1&pathStyle=true"), new BasicAWSCredentials("test", "test"));

        var error = await Should.ThrowAsync<StoreUnreachable>(() => store.HeadAsync("k", Cancellation));

        error.Problem.ShouldContain("127.0.0.1:1");
    }
}
