using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Cli;

/// <summary>A command's arguments and flags, where it reads from and where it writes to.</summary>
internal sealed class Invocation(
    IReadOnlyList<string> arguments, IReadOnlyDictionary<string, IReadOnlyList<string>> flags, TextReader input, TextWriter output, TextWriter error)
{
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>The first argument; null when there is none.</summary>
    public string? Argument => arguments.Count > 0 ? arguments[0] : null;

    public TextReader Input => input;

    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>A flag's value; the last one counts.</summary>
    public string? Value(string flag) => flags.TryGetValue(flag, out var values) ? values[^1] : null;

    /// <summary>The values of a flag that may be given again and again.</summary>
    public IReadOnlyList<string> Values(string flag) => flags.GetValueOrDefault(flag, []);

    public bool IsOn(string flag, bool otherwise = false) => Value(flag) is { } value ? value == "true" : otherwise;

    /// <summary>The app of <c>--app</c>, or of the configuration file.</summary>
    public string App() => Value("app")
        ?? (File.Exists(ConfigPath()) ? FlyToml.Load(ConfigPath()).App : null)
        ?? throw new FlyError("the config for your app is missing an app name, add an app field to the fly.toml file or specify with the -a flag");

    public string ConfigPath() => Value("config") ?? "fly.toml";

    /// <summary>A length of time as Go writes it, such as <c>90s</c> or <c>1m30s</c>; a bare number is seconds.</summary>
    public TimeSpan Duration(string flag, TimeSpan otherwise) => Value(flag) is { } text
        ? GoDuration.Parse(text) ?? throw new FlyError($"invalid argument \"{text}\" for \"--{flag}\" flag: time: invalid duration \"{text}\"")
        : otherwise;

    /// <summary>The platform, for a caller that has a token.</summary>
    public PlatformClient Platform()
    {
        var token = Value("access-token") ?? Environment.GetEnvironmentVariable("FLY_ACCESS_TOKEN") ?? Environment.GetEnvironmentVariable("FLY_API_TOKEN");
        return string.IsNullOrWhiteSpace(token)
            ? throw new FlyError("no access token available. Please login with 'flyctl auth login'")
            : PlatformClient.Find();
    }

    /// <summary>The app on the platform.</summary>
    public AppClient OnPlatform() => new(Platform(), App());
}
