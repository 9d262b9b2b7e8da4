namespace JobSwipe.Storage.Tests;

public sealed class ObjectStoresTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("gs://bucket", "scheme 'gs'")]
    [InlineData("s3://", "no bucket")]
    [InlineData("s3://bucket?pathstyle=true", "'pathstyle' is unknown")]
    [InlineData("s3://bucket?pathStyle=yes", "neither 'true' nor 'false'")]
    [InlineData("s3://bucket?endpoint=localhost", "no http or https URL")]
    [InlineData("s3://bucket?checksums=md5", "neither 'supported' nor 'required'")]
    [InlineData("s3://bucket?partSize=1", "not between")]
    [InlineData("s3://key:secret@bucket", "credentials do not belong")]
    public void Refuses_a_location_that_is_none(string location, string why) =>
        Should.Throw<StoreLocationInvalid>(() => ObjectStores.Open(location)).Problem.ShouldContain(why);

    [Fact]
    public void Never_repeats_a_secret_of_a_location() =>
        Should.Throw<StoreLocationInvalid>(() => ObjectStores.Open("s3://key:hush@bucket")).Message.ShouldNotContain("hush");

    [Fact]
    public void Reads_all_settings_of_a_bucket() =>
        S3Settings.Parse("s3://bucket/a/b/?endpoint=https://s3.example.com&region=auto&pathStyle=true&checksums=required&chunked=false&partSize=8388608")
            .ShouldBe(new S3Settings
            {
                Bucket = "bucket",
                Prefix = "a/b/",
                Endpoint = new Uri("https://s3.example.com"),
                Region = "auto",
                PathStyle = true,
                ChecksumsOnlyRequired = true,
                Chunked = false,
                PartSize = 8_388_608,
            });

    [Fact]
    public void Says_which_variables_hold_the_credentials()
    {
        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is not null) Assert.Skip("not run: this machine has credentials");

        Should.Throw<StoreCredentialsMissing>(() => ObjectStores.Open("s3://bucket/prefix")).Remedy.ShouldContain("AWS_ACCESS_KEY_ID");
    }

    [Fact]
    public void Parts_grow_so_that_the_longest_object_of_S3_fits()
    {
        const long tebibyte = 1L << 40;

        Enumerable.Range(1, PartSizes.MaxParts).Sum(part => (long)PartSizes.Of(part)).ShouldBeGreaterThanOrEqualTo(5 * tebibyte);
        Enumerable.Range(1, PartSizes.MaxParts).Select(PartSizes.Of).ShouldBeInOrder();
        Enumerable.Range(1, 4_000).Sum(part => (long)PartSizes.Of(part)).ShouldBeGreaterThan(100L << 30, "100 GiB in parts of at most 32 MiB");
    }

    [Theory]
    [InlineData("public.jobs", "public.jobs")]
    [InlineData("my schema.\"Odd\"", "my_schema._Odd_")]
    [InlineData("_x", "x_x")]
    [InlineData("", "x")]
    public void Makes_a_segment_of_any_text(string text, string segment) => ObjectKey.Check(ObjectKey.Segment(text)).ShouldBe(segment);
}
