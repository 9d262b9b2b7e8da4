using System.Diagnostics;

namespace JobSwipe.Tools.Tests;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Until
{
    public static async Task True(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "the condition never came true");
    }
}

internal static class Processes
{
    /// <summary>Whether a process runs. One that has ended but was not waited for does not.</summary>
    public static bool Alive(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
