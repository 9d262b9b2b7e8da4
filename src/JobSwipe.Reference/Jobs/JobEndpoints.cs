using System.Diagnostics;
using JobSwipe.Reference.Auth;
using JobSwipe.Reference.Hosting;
using JobSwipe.Reference.Telemetry;

namespace JobSwipe.Reference.Jobs;

/// <summary><c>/api/v1/jobs</c>: the feed, swipes, and what they saved.</summary>
internal static class JobEndpoints
{
    private const int MostItems = 50;
    private const int MostMatches = 200;

    public static void MapJobs(this WebApplication app, JobStore store, Tokens tokens, AppMetrics metrics)
    {
        var jobs = app.MapGroup("/api/v1/jobs");
        jobs.MapGet("/feed", (HttpContext context, CancellationToken cancellation) => FeedAsync(context, store, tokens, metrics, cancellation));
        jobs.MapGet("/matches", async (HttpContext context, CancellationToken cancellation) => tokens.UserOf(context) is { } user
            ? Results.Json(new MatchesAnswer(await store.MatchesAsync(user, MostMatches, cancellation)), AppJson.Default.MatchesAnswer)
            : Answers.Unauthorized(context));
        jobs.MapGet("/{id}", async (string id, CancellationToken cancellation) =>
        {
            if (!Guid.TryParse(id, out var job)) return Answers.Problem(422, "the job's id is not a UUID");
            return await store.FindAsync(job, cancellation) is { } found ? Results.Json(found, AppJson.Default.Job) : Answers.Problem(404, "there is no such job");
        });
        jobs.MapPost("/{id}/swipe", (HttpContext context, string id, CancellationToken cancellation) => SwipeAsync(context, id, store, tokens, metrics, cancellation));
    }

    private static async Task<IResult> FeedAsync(HttpContext context, JobStore store, Tokens tokens, AppMetrics metrics, CancellationToken cancellation)
    {
        if (tokens.UserOf(context) is not { } user) return Answers.Unauthorized(context);
        var query = context.Request.Query;
        var limit = 10;
        if (query["limit"] is [{ } wanted] && (!int.TryParse(wanted, out limit) || limit is < 1 or > MostItems))
            return Answers.Problem(422, $"limit must be 1 to {MostItems}");
        FeedCursor? after = null;
        if (query["cursor"] is [{ } cursor] && (after = FeedCursor.Parse(cursor)) is null) return Answers.Problem(422, "cursor is not one that this feed gave");

        var started = Stopwatch.GetTimestamp();
        // One more than asked for tells whether there are more.
        var found = await store.FeedAsync(user, after, limit + 1, cancellation);
        metrics.JobMatchingSeconds.Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
        metrics.JobMatchingRequests.WithLabels(found.Count > 0 ? "found" : "empty").Inc();
        var items = found.Count > limit ? found[..limit] : found;
        var next = found.Count > limit ? new FeedCursor(items[^1].CreatedAt, items[^1].Id).ToString() : null;
        return Results.Json(new FeedAnswer(items, next), AppJson.Default.FeedAnswer);
    }

    private static async Task<IResult> SwipeAsync(HttpContext context, string id, JobStore store, Tokens tokens, AppMetrics metrics, CancellationToken cancellation)
    {
        if (tokens.UserOf(context) is not { } user) return Answers.Unauthorized(context);
        if (!Guid.TryParse(id, out var job)) return Answers.Problem(422, "the job's id is not a UUID");
        var action = (await Answers.ReadAsync(context, AppJson.Default.SwipeRequest))?.Action;
        if (action is not ("right" or "left")) return Answers.Problem(422, "action must be right or left");
        switch (await store.SwipeAsync(user, job, action, cancellation))
        {
            case SwipeResult.UnknownJob: return Answers.Problem(404, "there is no such job");
            case SwipeResult.UnknownUser: return Answers.Unauthorized(context);
            case SwipeResult.Changed:
                metrics.AnalyticsEvents.WithLabels($"swipe_{action}").Inc();
                if (action == "right") metrics.JobsMatched.WithLabels("unscored").Inc();
                break;
        }
        return Results.Json(new SwipeAnswer(job, action, action == "right"), AppJson.Default.SwipeAnswer);
    }
}
