namespace JobSwipe.Build.Tests;

/// <summary>The repository that these tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    public static IEnumerable<string> SourceProjects() => Directory.GetFiles(Path("src"), "*.csproj", SearchOption.AllDirectories);

    private static string FindRoot(string folder) =>
        Directory.Exists(System.IO.Path.Combine(folder, ".nuke")) ? folder : FindRoot(Directory.GetParent(folder)!.FullName);
}
