using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Testing;

/// <summary>Calls of amtool (Alertmanager 0.25, <c>amtool --help</c>).</summary>
public static class AmtoolSettings
{
    /// <summary>Checks a configuration.</summary>
    public static IReadOnlyList<string> CheckConfig(string file) => ["check-config", file];

    /// <summary>Asks where an alert with these labels goes, and fails when it is elsewhere.</summary>
    public static IReadOnlyList<string> TestRoute(string file, string receiver, IReadOnlyDictionary<string, string> labels) =>
        ["config", "routes", "test", $"--config.file={file}", $"--verify.receivers={receiver}", .. labels.Select(label => $"{label.Key}={label.Value}")];

    /// <summary>Silences alerts for a while.</summary>
    public static IReadOnlyList<string> AddSilence(Uri alertmanager, TimeSpan duration, string author, string comment, params IReadOnlyList<string> matchers) =>
        ["silence", "add", $"--alertmanager.url={alertmanager}", $"--duration={Duration.Text(duration)}", $"--author={author}", $"--comment={comment}", .. matchers];
}
