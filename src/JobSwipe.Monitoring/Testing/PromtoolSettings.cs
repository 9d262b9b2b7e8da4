namespace JobSwipe.Monitoring.Testing;

/// <summary>Calls of promtool (Prometheus 2.42, <c>promtool --help</c>).</summary>
public static class PromtoolSettings
{
    /// <summary>Checks rules.</summary>
    public static IReadOnlyList<string> CheckRules(IReadOnlyList<string> files) => ["check", "rules", "--lint=all", "--lint-fatal", .. files];

    /// <summary>Checks a configuration; not the files it names, which lie elsewhere in production.</summary>
    public static IReadOnlyList<string> CheckConfig(string file) => ["check", "config", "--syntax-only", file];

    /// <summary>Runs unit tests.</summary>
    public static IReadOnlyList<string> TestRules(IReadOnlyList<string> files) => ["test", "rules", .. files];
}
