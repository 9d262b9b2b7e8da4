using JobSwipe.Releases.Mobile;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases;

/// <summary>The mobile app of an application folder.</summary>
/// <param name="application">The application's folder; the app is in it, or in <c>mobile-app</c>.</param>
public sealed class FlutterProject(string application)
{
    private static readonly string[] Folders = ["", "mobile-app"];
    private readonly string? _folder = Folders.Select(name => Path.Combine(application, name)).FirstOrDefault(path => File.Exists(Path.Combine(path, "pubspec.yaml")));

    /// <summary>Its folder.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string Folder => _folder ?? throw new InvalidOperationException("There is no Flutter project.");

    /// <summary>Whether there is one.</summary>
    public bool Exists => _folder is not null;

    /// <summary>The program.</summary>
    public string Flutter { get; init; } = "flutter";

    /// <summary>The calls of flutter that test, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TestCommands { get; } = [["pub", "get"], ["analyze"], ["test", "--coverage"]];

    /// <summary>Builds one artifact, with the Flutter that the project is pinned to.</summary>
    /// <returns>The artifact; its <see cref="MobileBuild.NotRun"/> says why there is none.</returns>
    /// <exception cref="CommandFailed">Flutter failed.</exception>
    /// <exception cref="FlutterVersionWrong">It is another Flutter.</exception>
    /// <exception cref="FlutterBuiltNothing">Flutter ended well and the artifact is not there.</exception>
    public async Task<MobileBuild> BuildAsync(FlutterBuildSettings settings, Action<string> say, CancellationToken cancellation = default)
    {
        if (settings.Target == MobileTarget.Ipa && !OperatingSystem.IsMacOS()) return new MobileBuild(null, "not run: iOS apps are built on macOS only");
        var arguments = settings.ToArguments();
        // One of a former build must not be taken for this one's.
        if (_folder is not null && Find(settings) is { } former) File.Delete(former);
        var done = await RunAsync([["pub", "get"], arguments], "built", say, cancellation);
        if (done != "built") return new MobileBuild(null, done);
        if (settings.Target == MobileTarget.Web) return new MobileBuild(Path.Combine(_folder!, "build", "web"), null);
        return new MobileBuild(Find(settings) ?? throw new FlutterBuiltNothing(settings), null);
    }

    /// <summary>Analyses and tests it; integration tests where a device is named.</summary>
    /// <returns><c>passed</c>, or <c>not run: …</c> with the reason.</returns>
    /// <exception cref="CommandFailed">Flutter failed.</exception>
    public Task<string> TestAsync(Action<string> say, CancellationToken cancellation = default) => TestAsync(say, null, cancellation);

    /// <inheritdoc cref="TestAsync(Action{string}, CancellationToken)"/>
    /// <param name="say">Told what flutter prints.</param>
    /// <param name="device">The device for integration tests, as <c>flutter devices</c> names it; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<string> TestAsync(Action<string> say, string? device, CancellationToken cancellation = default) =>
        RunAsync(device is null ? TestCommands : [.. TestCommands, ["test", "integration_test", "--device-id", device]], "passed", say, cancellation);

    // docs.flutter.dev/deployment/android and /ios.
    private string? Find(FlutterBuildSettings settings)
    {
        var build = Path.Combine(_folder!, "build");
        var flavor = settings.Flavor is { } name ? name + "-" : "";
        string? path = settings.Target switch
        {
            MobileTarget.Apk => Path.Combine(build, "app", "outputs", "flutter-apk", $"app-{flavor}release.apk"),
            MobileTarget.AppBundle => Path.Combine(build, "app", "outputs", "bundle", settings.Flavor is null ? "release" : settings.Flavor + "Release", $"app-{flavor}release.aab"),
            MobileTarget.Ipa => Directory.Exists(Path.Combine(build, "ios", "ipa")) ? Directory.EnumerateFiles(Path.Combine(build, "ios", "ipa"), "*.ipa").FirstOrDefault() : null,
            _ => null,
        };
        return path is not null && File.Exists(path) ? path : null;
    }

    private async Task<string> RunAsync(IReadOnlyList<IReadOnlyList<string>> calls, string done, Action<string> say, CancellationToken cancellation)
    {
        if (_folder is null) return "not run: the application has no pubspec.yaml";
        try
        {
            if (FlutterVersion.Pinned(_folder) is not null) FlutterVersion.Check(_folder, await Call(["--version", "--machine"]).OutputAsync(cancellation));
            foreach (var arguments in calls) await Call(arguments).OutputAsync(cancellation, say);
        }
        catch (ToolMissing)
        {
            return "not run: flutter is not on this machine";
        }
        return done;

        Command Call(IReadOnlyList<string> arguments) => new Command(Flutter, arguments) with { WorkingDirectory = _folder };
    }
}

/// <summary>What came of a build.</summary>
/// <param name="Artifact">The file, or the web's folder; null when nothing was built.</param>
/// <param name="NotRun">Why nothing was built, as <c>not run: …</c>.</param>
public sealed record MobileBuild(string? Artifact, string? NotRun);

/// <summary>Flutter ended well and left no artifact.</summary>
public sealed class FlutterBuiltNothing(FlutterBuildSettings settings) : DeliveryError(
    $"Flutter ended well, and there is no {settings.Target} where it should be.", "Look at its output; a flavor of another name, or a build folder elsewhere, does this.");
