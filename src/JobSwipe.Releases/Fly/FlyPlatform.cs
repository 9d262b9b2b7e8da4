using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Fly;

/// <summary>Which flyctl is called, and with what environment: the real one, or this machine's stand-in.</summary>
/// <param name="Program">Path or name of flyctl.</param>
/// <param name="Environment">Its variables; the token travels here.</param>
/// <param name="Name">For people: Fly, or local.</param>
public sealed record FlyPlatform(string Program, IReadOnlyDictionary<string, string?> Environment, string Name)
{
    /// <summary>Fly itself.</summary>
    /// <param name="token">An app-scoped deploy token.</param>
    /// <exception cref="DeliveryError">There is no token.</exception>
    public static FlyPlatform Fly(string? token) => string.IsNullOrWhiteSpace(token)
        ? throw new DeliveryError("There is no token for Fly.", "Make one with 'fly tokens create deploy -a <app> -x 2160h' and give it in the variable FLY_API_TOKEN.")
        : new FlyPlatform("flyctl", new Dictionary<string, string?> { ["FLY_API_TOKEN"] = token, ["FLY_NO_UPDATE_CHECK"] = "1" }, "Fly");

    /// <summary>A call of flyctl.</summary>
    public Command Command(params IReadOnlyList<string> arguments) => new(Program, arguments) { Environment = Environment };
}
