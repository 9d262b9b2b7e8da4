using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases;

/// <summary>The mobile app of an application folder.</summary>
/// <param name="application">The application's folder; the app is in it, or in <c>mobile-app</c>.</param>
public sealed class FlutterProject(string application)
{
    private static readonly string[] Folders = ["", "mobile-app"];
    private readonly string? _folder = Folders.Select(name => Path.Combine(application, name)).FirstOrDefault(path => File.Exists(Path.Combine(path, "pubspec.yaml")));

    /// <summary>Whether there is one.</summary>
    public bool Exists => _folder is not null;

    /// <summary>The calls of flutter that test, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TestCommands { get; } = [["pub", "get"], ["analyze"], ["test", "--coverage"]];

    /// <summary>The calls of flutter that build, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands { get; } = [.. TestCommands, ["build", "appbundle", "--release", "--dart-define=ENV=production"]];

    /// <summary>Builds the release bundle for Android.</summary>
    /// <returns>What was built, or <c>not run: …</c> with the reason.</returns>
    /// <exception cref="CommandFailed">Flutter failed.</exception>
    public Task<string> BuildAsync(Action<string> say, CancellationToken cancellation = default) => RunAsync(Commands, "built build/app/outputs/bundle/release", say, cancellation);

    /// <summary>Analyses and tests it.</summary>
    /// <returns><c>passed</c>, or <c>not run: …</c> with the reason.</returns>
    /// <exception cref="CommandFailed">Flutter failed.</exception>
    public Task<string> TestAsync(Action<string> say, CancellationToken cancellation = default) => RunAsync(TestCommands, "passed", say, cancellation);

    private async Task<string> RunAsync(IReadOnlyList<IReadOnlyList<string>> calls, string done, Action<string> say, CancellationToken cancellation)
    {
        if (_folder is null) return "not run: the application has no pubspec.yaml";
        try
        {
            foreach (var arguments in calls)
                await (new Command("flutter", arguments) with { WorkingDirectory = _folder }).OutputAsync(cancellation, say);
        }
        catch (ToolMissing)
        {
            return "not run: flutter is not on this machine";
        }
        return done;
    }
}
