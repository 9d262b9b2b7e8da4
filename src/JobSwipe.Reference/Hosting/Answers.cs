using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobSwipe.Reference.Hosting;

/// <summary>What endpoints have in common.</summary>
internal static class Answers
{
    /// <summary>An error's answer.</summary>
    public static IResult Problem(int status, string detail) => Results.Json(new Problem(detail), AppJson.Default.Problem, statusCode: status);

    /// <summary>The request carries no token that holds.</summary>
    public static IResult Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(401, "a valid token is needed: POST /api/v1/auth/guest gives one");
    }

    /// <summary>The body as JSON; null when it is not what it must be.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
