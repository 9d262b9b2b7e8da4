using System.Diagnostics;

namespace JobSwipe.Reference.Telemetry;

/// <summary>Counts and times every request by its route, never by its path: ids in a label would make a series each.</summary>
internal sealed class RequestMetrics(RequestDelegate next, AppMetrics metrics)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var (method, endpoint, status) = (MethodOf(context), EndpointOf(context), context.Response.StatusCode.ToString());
            metrics.Requests.WithLabels(method, endpoint, status).Inc();
            metrics.RequestSeconds.WithLabels(method, endpoint).Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (context.Response.StatusCode >= 400) metrics.ErrorResponses.WithLabels(status, endpoint).Inc();
        }
    }

    public static string EndpointOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unmatched";

    // A client may send any word as method; only real ones become a label.
    private static string MethodOf(HttpContext context) =>
        context.Request.Method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" ? context.Request.Method : "other";
}
