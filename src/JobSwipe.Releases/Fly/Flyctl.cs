using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Fly;

/// <summary>Calls flyctl and reads its answers.</summary>
public sealed class Flyctl(FlyPlatform platform)
{
    /// <summary>Deploys. The answer is flyctl's own opinion; <see cref="VerifyAsync"/> is the independent one.</summary>
    public Task<CommandResult> DeployAsync(DeploySettings settings, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        platform.Command(settings.ToArguments()).RunAsync(cancellation, onLine);

    /// <summary>The app's state and address.</summary>
    public async Task<FlyStatus> StatusAsync(string app, CancellationToken cancellation = default) =>
        Json.Read<FlyStatus>(await platform.Command("status", "--app", app, "--json").OutputAsync(cancellation), "flyctl's status");

    /// <summary>The app's machines.</summary>
    public async Task<IReadOnlyList<FlyMachine>> MachinesAsync(string app, CancellationToken cancellation = default) =>
        Json.Read<IReadOnlyList<FlyMachine>>(await platform.Command("machine", "list", "--app", app, "--json").OutputAsync(cancellation), "flyctl's machine list");

    /// <summary>Where the app answers.</summary>
    public async Task<Uri> UrlAsync(string app, CancellationToken cancellation = default)
    {
        var status = await StatusAsync(app, cancellation);
        return new Uri(status.AppUrl is { Length: > 0 } url ? url : $"https://{status.Hostname}");
    }

    /// <summary>Makes an app.</summary>
    public Task CreateAppAsync(string app, CancellationToken cancellation = default) =>
        platform.Command("apps", "create", app, "--org", "personal").OutputAsync(cancellation);

    /// <summary>Sets secrets. They travel by standard input, never as arguments.</summary>
    public Task ImportSecretsAsync(string app, IReadOnlyDictionary<string, string> secrets, CancellationToken cancellation = default) =>
        (platform.Command("secrets", "import", "--app", app, "--stage") with
        {
            Input = string.Concat(secrets.Select(secret => $"{secret.Key}={secret.Value}\n")),
        }).OutputAsync(cancellation);

    /// <summary>Whether every machine runs this digest, whatever flyctl said of the deployment.</summary>
    /// <returns>Null when all do; otherwise what is wrong.</returns>
    public async Task<string?> VerifyAsync(string app, Digest digest, CancellationToken cancellation = default)
    {
        var started = (await MachinesAsync(app, cancellation)).Where(machine => machine.State is not ("destroyed" or "destroying")).ToArray();
        if (started.Length == 0) return "no machine runs";
        var other = started.Where(machine => machine.ImageRef.Digest != digest.ToString()).ToArray();
        if (other.Length > 0) return $"{other.Length} of {started.Length} machines run another image, such as {other[0].Id} with {other[0].ImageRef.Digest ?? "no digest"}";
        var down = started.Where(machine => machine.State != "started" && !machine.IsStandby).ToArray();
        return down.Length > 0 ? $"{down.Length} of {started.Length} machines are not started, such as {down[0].Id}: {down[0].State}" : null;
    }
}
