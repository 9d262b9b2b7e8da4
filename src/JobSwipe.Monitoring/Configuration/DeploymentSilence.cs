using JobSwipe.Monitoring.Testing;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>Keeps warnings quiet while a deployment goes on. Pages come through: a deployment that breaks the service is one.</summary>
public static class DeploymentSilence
{
    /// <summary>Longer, and it would hide what the deployment broke.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(1);

    /// <summary>Adds the silence.</summary>
    /// <param name="alertmanager">Alertmanager's address.</param>
    /// <param name="minutes">How long.</param>
    /// <param name="author">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="DeliveryError">It is too long, or nothing answers there.</exception>
    public static async Task<string> AddAsync(string alertmanager, int minutes, string author, string reason, CancellationToken cancellation = default)
    {
        if (minutes <= 0 || TimeSpan.FromMinutes(minutes) > Longest) throw new DeliveryError($"A silence of {minutes} minutes is not allowed.", $"Use 1 to {Longest.TotalMinutes:0} minutes, and repeat it when the work takes longer.");
        if (!Uri.TryCreate(alertmanager, UriKind.Absolute, out var url)) throw new DeliveryError($"'{alertmanager}' is not an address.", "Give Alertmanager's, such as http://127.0.0.1:9093; flyctl proxy 9093 --app jobswipe-alertmanager opens one.");
        var command = new Command(ExternalTool.Amtool.Require(), AmtoolSettings.AddSilence(url, TimeSpan.FromMinutes(minutes), author, reason, "severity=\"warning\""));
        var result = await command.RunAsync(cancellation);
        return result.ExitCode == 0 ? result.Output.Trim() : throw new DeliveryError($"Alertmanager at {url} did not take the silence: {result.Error.Trim().Split('\n')[^1]}", "Look whether it runs: flyctl status --app jobswipe-alertmanager.");
    }
}
