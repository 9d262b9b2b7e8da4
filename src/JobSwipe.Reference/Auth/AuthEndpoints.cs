using System.Net.Mail;
using JobSwipe.Reference.Hosting;
using JobSwipe.Reference.Telemetry;

namespace JobSwipe.Reference.Auth;

/// <summary><c>/api/v1/auth</c>: a guest, an account, a log-in. Each answers with a token.</summary>
internal static class AuthEndpoints
{
    // Costs as much as a real one, so that the time to answer does not tell whether an address is known.
    private static readonly Lazy<string> Nobody = new(() => Passwords.Hash("nobody"));

    public static void MapAuth(this WebApplication app, UserStore users, Tokens tokens, AppMetrics metrics)
    {
        var auth = app.MapGroup("/api/v1/auth");
        auth.MapPost("/guest", async (CancellationToken cancellation) =>
        {
            // .invalid is reserved (RFC 2606): no mail ever goes there.
            var id = await users.CreateAsync($"guest-{Guid.NewGuid():N}@guest.invalid", Passwords.None, cancellation);
            return Created(id!.Value, "guest", tokens, metrics);
        });
        auth.MapPost("/register", async (HttpContext context, CancellationToken cancellation) =>
        {
            var (credentials, problem) = await ReadAsync(context);
            if (credentials is null) return problem!;
            var id = await users.CreateAsync(credentials.Email!, Passwords.Hash(credentials.Password!), cancellation);
            return id is null ? Answers.Problem(409, "this address is registered already") : Created(id.Value, "email", tokens, metrics);
        });
        auth.MapPost("/login", async (HttpContext context, CancellationToken cancellation) =>
        {
            var (credentials, problem) = await ReadAsync(context);
            if (credentials is null) return problem!;
            var user = await users.FindAsync(credentials.Email!, cancellation);
            var matches = Passwords.Matches(credentials.Password!, user?.Hash ?? Nobody.Value) && user is not null;
            metrics.LoginAttempts.WithLabels("email", matches ? "success" : "failure").Inc();
            return matches ? Token(user!.Value.Id, 200, tokens, metrics) : Answers.Problem(401, "the address or the password is wrong");
        });
    }

    private static IResult Created(Guid user, string provider, Tokens tokens, AppMetrics metrics)
    {
        metrics.UsersRegistered.WithLabels(provider).Inc();
        return Token(user, 201, tokens, metrics);
    }

    private static IResult Token(Guid user, int status, Tokens tokens, AppMetrics metrics)
    {
        metrics.TokenGenerations.WithLabels("access").Inc();
        return Results.Json(new TokenAnswer(tokens.Issue(user), "bearer", (int)Tokens.Lifetime.TotalSeconds), AppJson.Default.TokenAnswer, statusCode: status);
    }

    private static async Task<(Credentials?, IResult?)> ReadAsync(HttpContext context)
    {
        var body = await Answers.ReadAsync(context, AppJson.Default.Credentials);
        if (body is null) return (null, Answers.Problem(422, "the body must be JSON with email and password"));
        if (body.Email is not { Length: <= 254 } || !MailAddress.TryCreate(body.Email, out var address) || address.Address != body.Email)
            return (null, Answers.Problem(422, "email is not an address"));
        if (body.Password is not { Length: >= 8 and <= 256 }) return (null, Answers.Problem(422, "password must have 8 to 256 characters"));
        return (body with { Email = body.Email.ToLowerInvariant() }, null);
    }
}

/// <summary>Who wants in.</summary>
internal sealed record Credentials(string? Email, string? Password);

/// <summary>A token.</summary>
/// <param name="AccessToken">To be sent as <c>Authorization: Bearer</c>.</param>
/// <param name="TokenType"><c>bearer</c>.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenAnswer(string AccessToken, string TokenType, int ExpiresIn);
