using JobSwipe.Tools;

namespace JobSwipe.Releases.Mobile;

/// <summary>One call of <c>flutter build</c> (docs.flutter.dev/deployment). Defines are compiled into the app and can be read out of it: no secret belongs there.</summary>
public sealed record FlutterBuildSettings
{
    // Google Play takes no higher version code.
    private const int HighestBuildNumber = 2_100_000_000;

    /// <summary>What is built.</summary>
    public required MobileTarget Target { get; init; }

    /// <summary>The version that people see: the release's, without what follows a hyphen or a plus, which stores refuse.</summary>
    public required string VersionName { get; init; }

    /// <summary>The version that stores compare; it only grows.</summary>
    public required int BuildNumber { get; init; }

    /// <summary>The flavor; null when the project has none.</summary>
    public string? Flavor { get; init; }

    /// <summary>The environment, as the define <c>ENV</c>.</summary>
    public string Environment { get; init; } = "production";

    /// <summary>More defines, by name.</summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the symbols of an obfuscated build go; null builds without obfuscation, as for the web always.</summary>
    public string? Symbols { get; init; }

    /// <summary>A number that grows with the commit's time: whole minutes since 2020, the same for every build of a commit.</summary>
    public static int NumberOf(DateTimeOffset committed) =>
        (int)(committed - new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes is > 0 and <= HighestBuildNumber and var minutes
            ? minutes : throw new MobileSettingsInvalid($"a commit of {committed:yyyy-MM-dd} gives no build number", "Set the clock of the machine that commits.");

    /// <summary>The version's numbers alone.</summary>
    public static string NameOf(string version) => version.Split('-', '+')[0];

    /// <summary>The arguments of flutter.</summary>
    /// <exception cref="MobileSettingsInvalid">A value cannot be meant.</exception>
    public IReadOnlyList<string> ToArguments()
    {
        if (BuildNumber is < 1 or > HighestBuildNumber) throw new MobileSettingsInvalid($"{BuildNumber} is no build number", $"It is 1 to {HighestBuildNumber}.");
        if (VersionName.Split('.') is not { Length: 3 } parts || !parts.All(part => int.TryParse(part, out var number) && number >= 0))
            throw new MobileSettingsInvalid($"'{VersionName}' is no version name", "It is three numbers, such as 1.4.0.");
        foreach (var name in Defines.Keys)
            if (name == "ENV" || name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw new MobileSettingsInvalid($"'{name}' is no name of a define", "Use letters, digits and _; ENV is the environment.");
        List<string> arguments = ["build", Word, "--release", "--build-name", VersionName, "--build-number", $"{BuildNumber}", $"--dart-define=ENV={Environment}"];
        arguments.AddRange(Defines.OrderBy(define => define.Key, StringComparer.Ordinal).Select(define => $"--dart-define={define.Key}={define.Value}"));
        if (Flavor is not null && Target != MobileTarget.Web) arguments.AddRange(["--flavor", Flavor]);
        if (Symbols is not null && Target != MobileTarget.Web) arguments.AddRange(["--obfuscate", $"--split-debug-info={Symbols}"]);
        return arguments;
    }

    private string Word => Target switch { MobileTarget.Apk => "apk", MobileTarget.AppBundle => "appbundle", MobileTarget.Ipa => "ipa", _ => "web" };
}

/// <summary>A mobile build or upload was asked for with values that cannot be meant.</summary>
public sealed class MobileSettingsInvalid(string why, string remedy) : DeliveryError($"Nothing mobile can be done: {why}.", remedy);
