using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Cli;

/// <summary>A command's arguments and flags, and where it writes to.</summary>
internal sealed class Invocation(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> flags, TextWriter output, TextWriter error)
{
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>The first argument; null when there is none.</summary>
    public string? Argument => arguments.Count > 0 ? arguments[0] : null;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public string? Value(string flag) => flags.GetValueOrDefault(flag);

    public bool IsOn(string flag, bool otherwise = false) => flags.TryGetValue(flag, out var value) ? value != "false" : otherwise;

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
}
