using JobSwipe.Tools;

namespace JobSwipe.Releases.Mobile;

/// <summary>The Flutter that a project is pinned to: <c>"flutter": "3.35.1"</c> in its <c>.fvmrc</c> (fvm.app), the one place.</summary>
public static class FlutterVersion
{
    /// <summary>The pinned version; null when the project pins none.</summary>
    /// <exception cref="DeliveryError">The file names none.</exception>
    public static string? Pinned(string project)
    {
        var file = Path.Combine(project, ".fvmrc");
        return File.Exists(file) ? Json.Read<Fvm>(File.ReadAllText(file), file).Flutter is { Length: > 0 } version ? version : throw new DeliveryError($"{file} names no flutter version.", "Write { \"flutter\": \"3.35.1\" }.") : null;
    }

    /// <summary>Checks the Flutter at hand.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="machine">What <c>flutter --version --machine</c> printed.</param>
    /// <returns>Its version.</returns>
    /// <exception cref="FlutterVersionWrong">It is another one.</exception>
    public static string Check(string project, string machine)
    {
        string? found = null;
        try
        {
            // It may print a welcome or a notice before.
            var start = machine.IndexOf('{');
            if (start >= 0) found = Json.Read<Machine>(machine[start..], "flutter's version").FrameworkVersion;
        }
        catch (DeliveryError)
        {
            // Said below.
        }
        if (found is null) throw new FlutterVersionWrong("it does not say its version", "Run 'flutter --version --machine' and see.");
        return Pinned(project) is not { } pinned || pinned == found ? found
            : throw new FlutterVersionWrong($"it is {found}, and {project}/.fvmrc pins {pinned}", $"Run 'fvm use {pinned}', or install Flutter {pinned}.");
    }

    private sealed record Fvm(string? Flutter);

    private sealed record Machine(string? FrameworkVersion);
}

/// <summary>The Flutter at hand is not the one that the project is pinned to.</summary>
public sealed class FlutterVersionWrong(string why, string remedy) : DeliveryError($"Flutter cannot be used: {why}.", remedy);
