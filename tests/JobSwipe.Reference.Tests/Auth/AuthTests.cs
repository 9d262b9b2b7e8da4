using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Auth;

public class AuthTests(SeededService seeded) : IClassFixture<SeededService>
{
    [Fact]
    public async Task A_registered_user_can_log_in()
    {
        (await PostAsync("register", new { email = "Ada@example.net", password = "correct horse" })).Status.ShouldBe(201);
        var (status, answer) = await PostAsync("login", new { email = "ada@example.net", password = "correct horse" });
        status.ShouldBe(200);
        answer.GetProperty("access_token").GetString()!.Length.ShouldBeGreaterThan(40);
        (await PostAsync("login", new { email = "ada@example.net", password = "wrong horse" })).Status.ShouldBe(401);
    }

    [Fact]
    public async Task An_address_is_registered_once()
    {
        (await PostAsync("register", new { email = "twice@example.net", password = "correct horse" })).Status.ShouldBe(201);
        (await PostAsync("register", new { email = "twice@example.net", password = "another one" })).Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_guest_has_no_password_that_works()
    {
        using var guest = await seeded.Service.GuestAsync();
        var email = (string)(await seeded.Database.CreateCommand("select email from users where email like 'guest-%' limit 1").ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        (await PostAsync("login", new { email, password = "!!!!!!!!" })).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("""{"email":"nobody","password":"long enough"}""")]
    [InlineData("""{"email":"a@example.net","password":"short"}""")]
    [InlineData("""{"email":"a@example.net"}""")]
    [InlineData("""{"email":""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Bad_input_is_422(string body)
    {
        using var answer = await seeded.Client.PostAsync("/api/v1/auth/register", new StringContent(body), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    private async Task<(int Status, JsonElement Answer)> PostAsync(string path, object body)
    {
        using var answer = await seeded.Client.PostAsJsonAsync($"/api/v1/auth/{path}", body);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
