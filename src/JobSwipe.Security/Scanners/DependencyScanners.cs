namespace JobSwipe.Security.Scanners;

/// <summary>The scanners of packages that fit what lies in a folder.</summary>
public static class DependencyScanners
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Those of an application, and of the repository's own packages.</summary>
    /// <param name="application">The application's folder.</param>
    /// <param name="root">The repository's folder.</param>
    public static IReadOnlyList<Scanner> In(string application, string root)
    {
        string[] requirements = [.. Directory.EnumerateFiles(application, "requirements.txt", Everywhere).Order(StringComparer.Ordinal)];
        string[] pubspecs = [.. Directory.EnumerateFiles(application, "pubspec.lock", Everywhere).Order(StringComparer.Ordinal)];
        var scanners = new List<Scanner>();
        if (requirements.Length > 0) scanners.Add(new PipAudit(requirements));
        if (requirements.Length + pubspecs.Length > 0) scanners.Add(new OsvScanner([.. requirements, .. pubspecs]));
        if (pubspecs is [var pubspec, ..]) scanners.Add(new DartOutdated(Path.GetDirectoryName(pubspec)!));
        if (Directory.EnumerateFiles(root, "*.sln").FirstOrDefault() is { } solution) scanners.Add(new DotnetPackages(solution));
        return scanners;
    }
}
