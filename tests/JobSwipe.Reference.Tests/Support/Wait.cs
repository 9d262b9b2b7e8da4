using System.Diagnostics;

namespace JobSwipe.Reference.Tests.Support;

/// <summary>Waits for a condition instead of a time.</summary>
internal static class Wait
{
    /// <returns>Whether it came true in time.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> condition, double seconds = 30)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed.TotalSeconds > seconds) return false;
            await Task.Delay(20);
        }
        return true;
    }

    public static Task<bool> UntilAsync(Func<bool> condition, double seconds = 30) => UntilAsync(() => Task.FromResult(condition()), seconds);
}
