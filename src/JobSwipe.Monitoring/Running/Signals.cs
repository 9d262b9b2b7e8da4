using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Running;

/// <summary>Signals to processes that were started here.</summary>
internal static class Signals
{
    public static Task SendAsync(int process, string signal) => new Command("kill", $"-{signal}", $"{process}").RunAsync();
}
