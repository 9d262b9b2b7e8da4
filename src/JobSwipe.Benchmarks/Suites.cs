namespace JobSwipe.Benchmarks;

/// <summary>Every suite by its name.</summary>
public static class Suites
{
    private static readonly Dictionary<string, Func<BenchmarkSettings, Suite>> All = new()
    {
        ["engine"] = EngineSuite.Run,
        ["lint"] = LintSuite.Run,
        ["migrations"] = MigrationsSuite.Run,
        ["backups"] = BackupsSuite.Run,
        ["releases"] = ReleasesSuite.Run,
        ["security"] = SecuritySuite.Run,
        ["monitoring"] = MonitoringSuite.Run,
    };

    /// <summary>Measures a suite.</summary>
    /// <exception cref="UnknownSuite">There is none of that name.</exception>
    /// <exception cref="ProgramFailed">A program to be measured did not succeed.</exception>
    public static Suite Run(string name, BenchmarkSettings settings) =>
        All.TryGetValue(name, out var suite) ? suite(settings) : throw new UnknownSuite(name, All.Keys);
}
