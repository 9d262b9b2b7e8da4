using System.Collections.Concurrent;

namespace JobSwipe.Reference.Faults;

/// <summary>Makes requests go wrong as the fault says.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, Fault fault)
{
    // A leak that took the whole machine down would end the drill, and whatever else runs there.
    private const int MostLeaks = 512;
    private static readonly ConcurrentBag<byte[]> Leaked = [];
    private long _requests;

    public async Task InvokeAsync(HttpContext context)
    {
        if (fault.Kind == FaultKind.None || !fault.Concerns(context.Request.Path.Value ?? "/"))
        {
            await next(context);
            return;
        }
        switch (fault.Kind)
        {
            case FaultKind.Error when IsDue():
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await context.Response.WriteAsJsonAsync(new Problem("fault injected: error-500"), AppJson.Default.Problem);
                return;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, context.RequestAborted);
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                break;
            case FaultKind.Leak when Leaked.Count < MostLeaks:
                var block = GC.AllocateUninitializedArray<byte>(1024 * 1024);
                // Memory that nobody wrote to does not count as used.
                Array.Fill(block, (byte)1);
                Leaked.Add(block);
                break;
        }
        await next(context);
    }

    // Evenly spread rather than random: a drill that expects 5 % sees 5 %.
    private bool IsDue()
    {
        if (fault.Percent is not { } percent) return true;
        var number = Interlocked.Increment(ref _requests);
        return Math.Floor(number * percent / 100) > Math.Floor((number - 1) * percent / 100);
    }
}
