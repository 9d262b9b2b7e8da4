using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Jobs;

public class FeedTests(SeededService seeded) : IClassFixture<SeededService>
{
    [Fact]
    public async Task Shows_the_newest_jobs_that_were_not_swiped()
    {
        using var guest = await seeded.Service.GuestAsync();
        var (first, _) = await FeedAsync(guest, "?limit=3");
        await guest.PostAsJsonAsync($"/api/v1/jobs/{first[0]}/swipe", new { action = "left" }, TestContext.Current.CancellationToken);
        await guest.PostAsJsonAsync($"/api/v1/jobs/{first[1]}/swipe", new { action = "right" }, TestContext.Current.CancellationToken);

        var (second, _) = await FeedAsync(guest, "?limit=1");
        second.ShouldBe([first[2]]);
    }

    [Fact]
    public async Task Pages_through_every_job_once_those_without_a_date_first()
    {
        var undated = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var id in undated)
            await seeded.Database.CreateCommand($"insert into jobs (id, source, title) values ('{id}', 'test', 'Undated')").ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var guest = await seeded.Service.GuestAsync();
        var all = new List<Guid>();
        string? cursor = null;
        do
        {
            (var page, cursor) = await FeedAsync(guest, $"?limit={(all.Count < 8 ? 2 : 50)}{(cursor is null ? "" : "&cursor=" + cursor)}");
            all.AddRange(page);
        }
        while (cursor is not null);

        all.Distinct().Count().ShouldBe(all.Count);
        all.Count.ShouldBe(10_005);
        all.Take(5).ShouldBe(undated, ignoreOrder: true);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=51")]
    [InlineData("?limit=many")]
    [InlineData("?cursor=nonsense")]
    [InlineData("?cursor=!")]
    [InlineData("?cursor=")]
    public async Task Bad_input_is_422(string query)
    {
        using var guest = await seeded.Service.GuestAsync();
        using var answer = await guest.GetAsync("/api/v1/jobs/feed" + query, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic YTpi")]
    public async Task Nobody_gets_one_without_a_token(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs/feed");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await seeded.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(401);
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_job_is_found_by_its_id()
    {
        using var guest = await seeded.Service.GuestAsync();
        var id = (await FeedAsync(guest, "?limit=1")).Jobs[0];
        var job = await seeded.Client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}", TestContext.Current.CancellationToken);
        job.GetProperty("id").GetGuid().ShouldBe(id);
        using var missing = await seeded.Client.GetAsync($"/api/v1/jobs/{Guid.NewGuid()}", TestContext.Current.CancellationToken);
        ((int)missing.StatusCode).ShouldBe(404);
    }

    private static async Task<(List<Guid> Jobs, string? Cursor)> FeedAsync(HttpClient client, string query)
    {
        var feed = await client.GetFromJsonAsync<JsonElement>("/api/v1/jobs/feed" + query);
        return (feed.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("id").GetGuid()).ToList(), feed.GetProperty("next_cursor").GetString());
    }
}
