using JobSwipe.Reference.Telemetry;
using Npgsql;

namespace JobSwipe.Reference.Hosting;

/// <summary>Turns what a request could not cope with into an answer: 503 when the database is out of reach, otherwise 500.</summary>
internal sealed class ErrorAnswers(RequestDelegate next, AppMetrics metrics, ILogger<ErrorAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer. 499 is nginx's code for it, seen only in the metrics.
            context.Response.StatusCode = 499;
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception.StatusCode == 400 ? 422 : exception.StatusCode, "the request cannot be read");
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var endpoint = RequestMetrics.EndpointOf(context);
            metrics.Exceptions.WithLabels(exception.GetType().Name, endpoint).Inc();
            log.LogError(exception, "{Method} {Endpoint} failed", context.Request.Method, endpoint);
            // A PostgresException came from a server that answers; any other of Npgsql's means that none did.
            var unreachable = exception is NpgsqlException and not PostgresException or TimeoutException;
            await AnswerAsync(context, unreachable ? 503 : 500, unreachable ? "the database does not answer" : "internal error");
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Problem(detail), AppJson.Default.Problem);
    }
}
