using JobSwipe.Tools.Installing;

namespace JobSwipe.Benchmarks;

/// <summary>Every suite by its name.</summary>
public static class Suites
{
    private static readonly ExternalTool[] Database = [ExternalTool.PostgresServer, ExternalTool.Zstd, ExternalTool.Age, ExternalTool.AgeKeygen];

    private static readonly Dictionary<string, (Func<BenchmarkSettings, Suite> Run, IReadOnlyList<ExternalTool> Tools)> All = new()
    {
        ["engine"] = (EngineSuite.Run, []),
        ["lint"] = (LintSuite.Run, []),
        ["migrations"] = (MigrationsSuite.Run, Database),
        ["backups"] = (BackupsSuite.Run, Database),
        ["releases"] = (ReleasesSuite.Run, Database),
        ["security"] = (SecuritySuite.Run, []),
        ["monitoring"] = (MonitoringSuite.Run, [.. ExternalTool.Monitoring, .. Database, ExternalTool.Chromium]),
    };

    /// <summary>The programs that a suite needs on this machine.</summary>
    /// <exception cref="UnknownSuite">There is none of that name.</exception>
    public static IReadOnlyList<ExternalTool> Tools(string name) => Find(name).Tools;

    /// <summary>Measures a suite.</summary>
    /// <exception cref="UnknownSuite">There is none of that name.</exception>
    /// <exception cref="ProgramFailed">A program to be measured did not succeed.</exception>
    public static Suite Run(string name, BenchmarkSettings settings) => Find(name).Run(settings);

    private static (Func<BenchmarkSettings, Suite> Run, IReadOnlyList<ExternalTool> Tools) Find(string name) =>
        All.TryGetValue(name, out var suite) ? suite : throw new UnknownSuite(name, All.Keys);
}
