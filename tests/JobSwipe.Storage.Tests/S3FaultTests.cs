using System.Security.Cryptography;
using Amazon.Runtime;

namespace JobSwipe.Storage.Tests;

public sealed class S3FaultTests(MotoServer server)
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(12_000_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.InternalError)]
    [InlineData(Fault.SlowDown)]
    [InlineData(Fault.ResetRequest)]
    [InlineData(Fault.ResetResponse)]
    [InlineData(Fault.Truncate)]
    [InlineData(Fault.Stall)]
    public async Task Passes_over_a_fault_in_every_third_request(Fault fault)
    {
        var count = 0;
        // A stalled request costs its time-out.
        using var proxy = new FaultyProxy(server.Endpoint, line => Interlocked.Increment(ref count) % 3 == 2 && (fault != Fault.Stall || !line.StartsWith("PUT", StringComparison.Ordinal)) ? fault : Fault.None);
        using var store = await StoreAsync(proxy, "&partSize=5242880&timeout=1");

        foreach (var key in new[] { "a", "b" }) await store.PutAsync(key, new PipeLike(Content), WriteCondition.IsNew, Cancellation);
        await store.PutTextAsync("small", "x", WriteCondition.IsNew, Cancellation);

        await using (var back = await store.GetAsync("a", Cancellation))
            (await SHA256.HashDataAsync(back, Cancellation)).ShouldBe(SHA256.HashData(Content));
        var listed = new List<string>();
        await foreach (var info in store.ListAsync("", Cancellation)) listed.Add($"{info.Key} {info.Size}");
        listed.ShouldBe(["a 12000000", "b 12000000", "small 1"]);
        proxy.Faults.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task Knows_its_own_object_when_the_answer_to_writing_it_was_lost(string method)
    {
        var lost = 0;
        using var proxy = new FaultyProxy(server.Endpoint, line =>
            line.StartsWith(method, StringComparison.Ordinal) && !line.Contains("uploads", StringComparison.Ordinal) && Interlocked.Exchange(ref lost, 1) == 0 ? Fault.ResetResponse : Fault.None);
        using var store = await StoreAsync(proxy, "");

        var info = await store.PutAsync("k", new PipeLike(method == "PUT" ? Content[..1000] : Content), WriteCondition.IsNew, Cancellation);

        proxy.Faults.ShouldBe(1);
        (await store.HeadAsync("k", Cancellation))!.ETag.ShouldBe(info.ETag);
        await Should.ThrowAsync<ObjectExists>(() => store.PutTextAsync("k", "other", WriteCondition.IsNew, Cancellation));
    }

    [Theory]
    [InlineData(Fault.InternalError, typeof(StoreUnreachable), "500")]
    [InlineData(Fault.Stall, typeof(StoreUnreachable), "silent")]
    [InlineData(Fault.Refuse, typeof(StoreRefused), "AccessDenied")]
    [InlineData(Fault.Skew, typeof(ClockSkewed), "clock")]
    [InlineData(Fault.Full, typeof(StoreFull), "full")]
    public async Task Says_what_is_wrong_when_it_does_not_pass(Fault fault, Type error, string why)
    {
        using var proxy = new FaultyProxy(server.Endpoint, line => line.StartsWith("PUT", StringComparison.Ordinal) ? fault : Fault.None);
        using var store = await StoreAsync(proxy, "&timeout=1");

        var thrown = await Should.ThrowAsync<Tools.DeliveryError>(() => store.PutTextAsync("k", "x", WriteCondition.IsNew, Cancellation));

        thrown.ShouldBeOfType(error);
        thrown.Problem.ShouldContain(why);
        (await store.HeadAsync("k", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Leaves_nothing_in_the_list_when_the_network_is_cut_and_clears_away_the_upload_later()
    {
        FaultyProxy proxy = null!;
        var parts = 0;
        using (proxy = new FaultyProxy(server.Endpoint, line =>
        {
            if (line.Contains("partNumber=2", StringComparison.Ordinal)) proxy.Cut = true;
            return proxy.Cut ? Fault.ResetRequest : Interlocked.Increment(ref parts) < 0 ? Fault.Stall : Fault.None;
        }))
        {
            using var store = await StoreAsync(proxy, "&partSize=5242880");
            await Should.ThrowAsync<StoreUnreachable>(() => store.PutAsync("k", new PipeLike(Content), WriteCondition.IsNew, Cancellation));
            proxy.Cut = false;
            (await store.UploadsAsync(Cancellation)).ShouldBe(1);

            await store.CheckWritableAsync(Cancellation);

            (await store.HeadAsync("k", Cancellation)).ShouldBeNull();
            (await store.UploadsAsync(Cancellation)).ShouldBe(0);
        }
    }

    private async Task<S3ObjectStore> StoreAsync(FaultyProxy proxy, string settings)
    {
        var location = await server.NewLocationAsync(settings);
        return new S3ObjectStore(S3Settings.Parse(location.Replace(Uri.EscapeDataString(server.Endpoint), Uri.EscapeDataString(proxy.Endpoint))), new BasicAWSCredentials("test", "test"))
        {
            OrphansAfter = TimeSpan.FromMinutes(-1),
        };
    }
}
