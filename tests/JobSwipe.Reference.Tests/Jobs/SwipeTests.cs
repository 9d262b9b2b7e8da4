using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Jobs;

public class SwipeTests(SeededService seeded) : IClassFixture<SeededService>
{
    [Fact]
    public async Task A_swipe_right_is_among_the_matches()
    {
        using var guest = await seeded.Service.GuestAsync();
        var job = await FirstJobAsync(guest);
        (await SwipeAsync(guest, job, "right")).ShouldBe(200);
        (await MatchesAsync(guest)).ShouldBe([job]);
    }

    [Fact]
    public async Task The_last_direction_counts()
    {
        using var guest = await seeded.Service.GuestAsync();
        var job = await NewJobAsync();
        await SwipeAsync(guest, job, "right");
        await SwipeAsync(guest, job, "left");
        (await MatchesAsync(guest)).ShouldBeEmpty();
        (await RowsAsync(job)).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twenty_at_once_are_one_row_with_and_without_a_unique_index(bool unique)
    {
        using var guest = await seeded.Service.GuestAsync();
        var job = await NewJobAsync();
        // A partial index: the seed holds duplicates, as production does.
        if (unique) await seeded.Database.CreateCommand($"create unique index on user_job_interactions (user_id, job_id) where job_id = '{job}'").ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SwipeAsync(guest, job, "right")));

        answers.ShouldAllBe(status => status == 200);
        (await RowsAsync(job)).ShouldBe(1);
    }

    [Fact]
    public async Task Duplicates_of_older_releases_are_shown_once_and_can_be_removed()
    {
        using var guest = await seeded.Service.GuestAsync();
        var job = await NewJobAsync();
        await SwipeAsync(guest, job, "right");
        await seeded.Database.CreateCommand($"insert into user_job_interactions select gen_random_uuid(), user_id, job_id, action, created_at - interval '1 day' from user_job_interactions where job_id = '{job}'")
            .ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await MatchesAsync(guest)).ShouldBe([job]);
        await SwipeAsync(guest, job, "left");
        (await MatchesAsync(guest)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_does_not_see_what_others_saved()
    {
        using var one = await seeded.Service.GuestAsync();
        using var other = await seeded.Service.GuestAsync();
        await SwipeAsync(one, await FirstJobAsync(one), "right");
        (await MatchesAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_job_is_404()
    {
        using var guest = await seeded.Service.GuestAsync();
        (await SwipeAsync(guest, Guid.NewGuid(), "right")).ShouldBe(404);
    }

    [Fact]
    public async Task A_user_that_is_gone_is_401()
    {
        using var guest = await seeded.Service.GuestAsync();
        var job = await FirstJobAsync(guest);
        await seeded.Database.CreateCommand("delete from users u where email like 'guest-%' and not exists (select 1 from user_job_interactions i where i.user_id = u.id)")
            .ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await SwipeAsync(guest, job, "right")).ShouldBe(401);
    }

    [Theory]
    [InlineData("""{"action":"up"}""")]
    [InlineData("""{"action":null}""")]
    [InlineData("{}")]
    [InlineData("""{"action":1}""")]
    [InlineData("right")]
    [InlineData("")]
    public async Task Bad_input_is_422(string body)
    {
        using var guest = await seeded.Service.GuestAsync();
        using var answer = await guest.PostAsync($"/api/v1/jobs/{await FirstJobAsync(guest)}/swipe", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task An_id_that_is_none_is_422()
    {
        using var guest = await seeded.Service.GuestAsync();
        using var answer = await guest.PostAsJsonAsync("/api/v1/jobs/nonsense/swipe", new { action = "right" }, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    private async Task<Guid> NewJobAsync()
    {
        var id = Guid.NewGuid();
        await seeded.Database.CreateCommand($"insert into jobs (id, source, title) values ('{id}', 'test', 'New')").ExecuteNonQueryAsync();
        return id;
    }

    private async Task<long> RowsAsync(Guid job) =>
        (long)(await seeded.Database.CreateCommand($"select count(*) from user_job_interactions i join users u on u.id = i.user_id where job_id = '{job}' and u.email like 'guest-%'").ExecuteScalarAsync())!;

    private static async Task<int> SwipeAsync(HttpClient client, Guid job, string action)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1/jobs/{job}/swipe", new { action });
        return (int)answer.StatusCode;
    }

    private static async Task<Guid> FirstJobAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/jobs/feed?limit=1")).GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<List<Guid>> MatchesAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/jobs/matches")).GetProperty("items").EnumerateArray().Select(job => job.GetProperty("id").GetGuid()).ToList();
}
