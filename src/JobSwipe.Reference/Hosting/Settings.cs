using System.Net;
using JobSwipe.Reference.Faults;

namespace JobSwipe.Reference.Hosting;

/// <summary>What the program is told by its environment. Nothing that matters has a silent default.</summary>
public sealed record Settings
{
    /// <summary>The database, from <c>DATABASE_URL</c>.</summary>
    public required DatabaseUrl Database { get; init; }

    /// <summary>The key that signs tokens, from <c>SECRET_KEY</c>.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Where it listens, from <c>BIND_ADDRESS</c>; loopback when not given.</summary>
    public required IPAddress BindAddress { get; init; }

    /// <summary>The port it listens on, from <c>PORT</c>; 8080 when not given, 0 lets the system choose.</summary>
    public required int Port { get; init; }

    /// <summary>The release this is, from <c>APP_VERSION</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The commit it was built from, from <c>APP_COMMIT</c>.</summary>
    public required string Commit { get; init; }

    /// <summary>What goes wrong on purpose, from <c>JOBSWIPE_FAULT</c>.</summary>
    public required Fault Fault { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingInvalid">One is missing or cannot be used.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var port = Or(variable("PORT"), "8080");
        var address = Or(variable("BIND_ADDRESS"), "127.0.0.1");
        return new Settings
        {
            Database = DatabaseUrl.Parse(Required(variable, "DATABASE_URL", "postgresql://user:password@host:5432/database")),
            SecretKey = Required(variable, "SECRET_KEY", "at least 16 random characters") is { Length: >= 16 } key
                ? key
                : throw new SettingInvalid("SECRET_KEY", "it is shorter than 16 characters"),
            BindAddress = IPAddress.TryParse(address, out var ip) ? ip : throw new SettingInvalid("BIND_ADDRESS", $"'{address}' is not an IP address"),
            Port = int.TryParse(port, out var number) && number is >= 0 and <= 65535 ? number : throw new SettingInvalid("PORT", $"'{port}' is not a port"),
            Version = Or(variable("APP_VERSION"), "0.0.0-dev"),
            Commit = Or(variable("APP_COMMIT"), "unknown"),
            Fault = Fault.Parse(variable("JOBSWIPE_FAULT")),
        };
    }

    private static string Required(Func<string, string?> variable, string name, string form) =>
        variable(name) is { Length: > 0 } value ? value : throw new SettingInvalid(name, $"it is not set; it must be {form}");

    private static string Or(string? value, string fallback) => string.IsNullOrWhiteSpace(value) ? fallback : value;
}

/// <summary>An environment variable cannot be used. The message never holds the value of a secret.</summary>
public sealed class SettingInvalid(string name, string why) : Exception($"The environment variable {name} cannot be used: {why}.");
