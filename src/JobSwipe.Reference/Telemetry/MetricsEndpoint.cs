namespace JobSwipe.Reference.Telemetry;

/// <summary><c>/metrics</c> in Prometheus' text format 0.0.4.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this WebApplication app, AppMetrics metrics) => app.MapGet("/metrics", async context =>
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await metrics.Registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    });
}
