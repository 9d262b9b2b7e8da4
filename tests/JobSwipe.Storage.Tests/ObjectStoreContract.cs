using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Storage.Tests;

/// <summary>What every store must do; one class a store runs it.</summary>
public abstract class ObjectStoreContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<IObjectStore> NewStoreAsync();

    [Fact]
    public async Task Gives_back_what_was_put()
    {
        var store = await NewStoreAsync();

        var info = await store.PutTextAsync("a/b.txt", "Grüße", WriteCondition.None, Cancellation);

        (await store.GetTextAsync("a/b.txt", Cancellation)).ShouldBe("Grüße");
        info.Size.ShouldBe(Encoding.UTF8.GetByteCount("Grüße"));
        (await store.HeadAsync("a/b.txt", Cancellation)).ShouldBe(info);
        info.LastModified.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8 * 1024 * 1024)]
    [InlineData(21_000_001)]
    public async Task Takes_a_stream_of_any_length_that_cannot_seek(int length)
    {
        var store = await NewStoreAsync();
        var bytes = RandomNumberGenerator.GetBytes(length);

        var info = await store.PutAsync("big", new PipeLike(bytes), WriteCondition.IsNew, Cancellation);

        info.Size.ShouldBe(length);
        await using var back = await store.GetAsync("big", Cancellation);
        (await SHA256.HashDataAsync(back, Cancellation)).ShouldBe(SHA256.HashData(bytes));
    }

    [Fact]
    public async Task Refuses_to_create_what_exists_and_keeps_it()
    {
        var store = await NewStoreAsync();
        await store.PutTextAsync("k", "first", WriteCondition.IsNew, Cancellation);

        await Should.ThrowAsync<ObjectExists>(() => store.PutTextAsync("k", "second", WriteCondition.IsNew, Cancellation));

        (await store.GetTextAsync("k", Cancellation)).ShouldBe("first");
    }

    [Fact]
    public async Task Lets_exactly_one_of_many_creators_win()
    {
        var store = await NewStoreAsync();

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                await Task.Run(() => store.PutTextAsync("k", $"writer {number}", WriteCondition.IsNew, Cancellation), Cancellation);
                return number;
            }
            catch (ObjectExists)
            {
                return -1;
            }
        }));

        var winner = won.Where(number => number >= 0).ShouldHaveSingleItem();
        (await store.GetTextAsync("k", Cancellation)).ShouldBe($"writer {winner}");
    }

    [Fact]
    public async Task Refuses_to_replace_what_somebody_else_changed()
    {
        var store = await NewStoreAsync();
        var first = await store.PutTextAsync("k", "1", WriteCondition.None, Cancellation);
        var second = await store.PutTextAsync("k", "2", WriteCondition.Matches(first.ETag), Cancellation);

        await Should.ThrowAsync<ObjectChanged>(() => store.PutTextAsync("k", "3", WriteCondition.Matches(first.ETag), Cancellation));

        second.ETag.ShouldNotBe(first.ETag);
        (await store.GetTextAsync("k", Cancellation)).ShouldBe("2");
    }

    [Fact]
    public async Task Counts_right_when_many_replace_by_etag()
    {
        var store = await NewStoreAsync();
        await store.PutTextAsync("counter", "0", WriteCondition.IsNew, Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 5;)
            {
                // Head first: a value newer than its ETag is refused, an older one never.
                var head = await store.HeadAsync("counter", Cancellation);
                var value = int.Parse(await store.GetTextAsync("counter", Cancellation));
                try
                {
                    await store.PutTextAsync("counter", $"{value + 1}", WriteCondition.Matches(head!.ETag), Cancellation);
                    done++;
                }
                catch (ObjectChanged)
                {
                    // Another one was faster; read again.
                }
            }
        }, Cancellation)));

        (await store.GetTextAsync("counter", Cancellation)).ShouldBe("20");
    }

    [Fact]
    public async Task Refuses_to_replace_what_is_not_there()
    {
        var store = await NewStoreAsync();

        await Should.ThrowAsync<ObjectMissing>(() => store.PutTextAsync("k", "1", WriteCondition.Matches("\"0123456789abcdef0123456789abcdef\""), Cancellation));
    }

    [Fact]
    public async Task Lists_by_prefix_in_ordinal_order()
    {
        var store = await NewStoreAsync();
        foreach (var key in new[] { "b/2", "b/10", "a", "B/1", "b.txt", "bc/1" }) await store.PutTextAsync(key, key, WriteCondition.None, Cancellation);

        (await Keys(store, "")).ShouldBe(["B/1", "a", "b.txt", "b/10", "b/2", "bc/1"]);
        (await Keys(store, "b/")).ShouldBe(["b/10", "b/2"]);
        (await Keys(store, "b")).ShouldBe(["b.txt", "b/10", "b/2", "bc/1"]);
        (await Keys(store, "nothing/here/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletes_and_does_not_mind_when_there_is_nothing()
    {
        var store = await NewStoreAsync();
        await store.PutTextAsync("a/b", "x", WriteCondition.None, Cancellation);

        await store.DeleteAsync("a/b", Cancellation);
        await store.DeleteAsync("a/b", Cancellation);

        (await store.HeadAsync("a/b", Cancellation)).ShouldBeNull();
        (await Keys(store, "")).ShouldBeEmpty();
        (await Should.ThrowAsync<ObjectMissing>(() => store.GetAsync("a/b", Cancellation))).Key.ShouldBe("a/b");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000_000)]
    public async Task Stores_nothing_when_the_source_fails_and_passes_its_error_on(int after)
    {
        var store = await NewStoreAsync();
        var source = new PipeLike(new byte[after]) { Failure = new InvalidDataException("the source broke") };

        (await Should.ThrowAsync<InvalidDataException>(() => store.PutAsync("k", source, WriteCondition.IsNew, Cancellation))).Message.ShouldBe("the source broke");

        (await Keys(store, "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Passes_the_probe_and_leaves_nothing_of_it()
    {
        var store = await NewStoreAsync();

        await store.CheckWritableAsync(Cancellation);

        (await Keys(store, "")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a/.hidden")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("ä")]
    public async Task Refuses_a_key_that_is_none(string key)
    {
        var store = await NewStoreAsync();

        await Should.ThrowAsync<KeyInvalid>(() => store.PutTextAsync(key, "x", WriteCondition.None, Cancellation));
        await Should.ThrowAsync<KeyInvalid>(() => store.GetAsync(key, Cancellation));
        await Should.ThrowAsync<KeyInvalid>(() => store.DeleteAsync(key, Cancellation));
    }

    [Fact]
    public async Task Shows_a_folder_as_a_store_of_its_own()
    {
        var store = await NewStoreAsync();
        var production = store.Under("production");
        await store.Under("staging").PutTextAsync("a", "s", WriteCondition.None, Cancellation);

        var info = await production.PutTextAsync("a", "p", WriteCondition.IsNew, Cancellation);

        info.Key.ShouldBe("a");
        (await Keys(production, "")).ShouldBe(["a"]);
        (await store.GetTextAsync("production/a", Cancellation)).ShouldBe("p");
        production.Location.ShouldContain("production");
    }

    protected static async Task<List<string>> Keys(IObjectStore store, string prefix)
    {
        var keys = new List<string>();
        await foreach (var info in store.ListAsync(prefix, Cancellation)) keys.Add(info.Key);
        return keys;
    }
}
