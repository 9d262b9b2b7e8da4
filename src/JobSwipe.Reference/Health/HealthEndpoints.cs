using JobSwipe.Reference.Hosting;
using JobSwipe.Reference.Telemetry;

namespace JobSwipe.Reference.Health;

/// <summary>
/// <c>/health</c> tells whether this machine should get requests: a release that cannot reach its database must not pass its health
/// check. <c>/ready</c> tells whether the database has what the service needs.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app, Settings settings, DatabaseCheck check, AppMetrics metrics)
    {
        app.MapGet("/health", async context =>
        {
            var problem = app.Lifetime.ApplicationStopping.IsCancellationRequested ? "stopping" : await check.AnswersAsync();
            metrics.HealthChecks.WithLabels(problem is null ? "healthy" : "unhealthy", "service").Inc();
            await AnswerAsync(context, settings, problem);
        });
        app.MapGet("/ready", async context =>
        {
            var problem = await check.IsReadyAsync(context.RequestAborted);
            metrics.HealthChecks.WithLabels(problem is null ? "healthy" : "unhealthy", "database").Inc();
            await AnswerAsync(context, settings, problem);
        });
    }

    private static Task AnswerAsync(HttpContext context, Settings settings, string? problem)
    {
        context.Response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        var answer = new HealthAnswer(problem is null ? "healthy" : "unhealthy", settings.Version, settings.Commit, problem);
        return context.Response.WriteAsJsonAsync(answer, AppJson.Default.HealthAnswer);
    }
}

/// <summary>What a health check is told.</summary>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Version">The release.</param>
/// <param name="Commit">Its commit.</param>
/// <param name="Problem">Why it is unhealthy.</param>
internal sealed record HealthAnswer(string Status, string Version, string Commit, string? Problem);
