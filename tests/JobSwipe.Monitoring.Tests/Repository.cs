namespace JobSwipe.Monitoring.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "JobSwipe.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
