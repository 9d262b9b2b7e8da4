using System.Runtime.CompilerServices;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>Where things lie in the repository.</summary>
internal static class LintFiles
{
    /// <summary>The linter's sources.</summary>
    public static string Source => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "JobSwipe.Migrations", "Lint"));

    /// <summary>This folder.</summary>
    public static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
