using System.Diagnostics;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Until
{
    public static Task True(Func<bool> condition, string what = "the condition") => True(() => Task.FromResult(condition()), what);

    public static async Task True(Func<Task<bool>> condition, string what = "the condition")
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), $"{what} never came true");
    }
}
