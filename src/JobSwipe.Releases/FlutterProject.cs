using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases;

/// <summary>The mobile app of an application folder.</summary>
/// <param name="application">The application's folder; the app is in it, or in <c>mobile-app</c>.</param>
public sealed class FlutterProject(string application)
{
    private static readonly string[] Folders = ["", "mobile-app"];

    /// <summary>Builds the release bundle for Android.</summary>
    /// <returns>What was built, or <c>not run: …</c> with the reason.</returns>
    /// <exception cref="CommandFailed">Flutter failed.</exception>
    public async Task<string> BuildAsync(Action<string> say, CancellationToken cancellation = default)
    {
        var folder = Folders.Select(name => Path.Combine(application, name)).FirstOrDefault(path => File.Exists(Path.Combine(path, "pubspec.yaml")));
        if (folder is null) return "not run: the application has no pubspec.yaml";
        try
        {
            foreach (var arguments in Commands)
                await (new Command("flutter", arguments) with { WorkingDirectory = folder }).OutputAsync(cancellation, say);
        }
        catch (ToolMissing)
        {
            return "not run: flutter is not on this machine";
        }
        return "built build/app/outputs/bundle/release";
    }

    /// <summary>The calls of flutter, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands { get; } =
    [
        ["pub", "get"],
        ["analyze"],
        ["test", "--coverage"],
        ["build", "appbundle", "--release", "--dart-define=ENV=production"],
    ];
}
