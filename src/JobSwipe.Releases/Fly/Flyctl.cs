using JobSwipe.Releases.Deployments;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Fly;

/// <summary>Calls flyctl and reads its answers.</summary>
public sealed class Flyctl(FlyPlatform platform)
{
    private const int Attempts = 5;

    // Refused for the rate of calls; or a flyctl that was killed has left its lease of 13 seconds on the machines.
    private static readonly string[] Passing = ["rate limit", "429", "lease currently held"];

    /// <summary>How long a call that only asks may take; flyctl itself waits for ever for a host that does not answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause before a call that was refused for a passing reason is repeated; it doubles each time.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Deploys. The answer is flyctl's own opinion; <see cref="VerifyAsync"/> is the independent one.</summary>
    public async Task<FlyAnswer> DeployAsync(DeploySettings settings, CancellationToken cancellation = default)
    {
        // flyctl's own timeouts hold for each machine; above them all it may hang for ever (#2036).
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(settings.Deadline);
        try
        {
            var result = await platform.Command(settings.ToArguments()).RunAsync(deadline.Token);
            return new FlyAnswer(result.ExitCode, LastLine(result));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FlyAnswer(126, $"it did not end within {settings.Deadline.TotalSeconds:0} s and was stopped");
        }
    }

    /// <summary>The arguments that ask for an app's state.</summary>
    public static IReadOnlyList<string> StatusOf(string app) => ["status", "--app", app, "--json"];

    /// <summary>The arguments that ask for an app's machines.</summary>
    public static IReadOnlyList<string> MachineList(string app) => ["machine", "list", "--app", app, "--json"];

    /// <summary>The app's state and address.</summary>
    public async Task<FlyStatus> StatusAsync(string app, CancellationToken cancellation = default) =>
        Json.Read<FlyStatus>(await AskAsync(StatusOf(app), cancellation), "flyctl's status");

    /// <summary>The app's machines.</summary>
    public async Task<IReadOnlyList<FlyMachine>> MachinesAsync(string app, CancellationToken cancellation = default) =>
        Json.Read<IReadOnlyList<FlyMachine>>(await AskAsync(MachineList(app), cancellation), "flyctl's machine list");

    /// <summary>Where the app answers.</summary>
    public async Task<Uri> UrlAsync(string app, CancellationToken cancellation = default)
    {
        var status = await StatusAsync(app, cancellation);
        return new Uri(status.AppUrl is { Length: > 0 } url ? url : $"https://{status.Hostname}");
    }

    /// <summary>The names of the app's secrets; values cannot be had.</summary>
    public async Task<IReadOnlyList<string>> SecretNamesAsync(string app, CancellationToken cancellation = default) =>
        [.. Json.Read<IReadOnlyList<FlySecret>>(await AskAsync(["secrets", "list", "--app", app, "--json"], cancellation), "flyctl's secrets list").Select(secret => secret.Name).Order(StringComparer.Ordinal)];

    /// <summary>Lets flyctl check an app's configuration.</summary>
    /// <returns>What it says.</returns>
    /// <exception cref="ConfigurationRefused">It is not valid.</exception>
    public async Task<string> ValidateAsync(string app, string file, CancellationToken cancellation = default)
    {
        var result = await CallAsync(["config", "validate", "--app", app, "--config", file], cancellation);
        return result.ExitCode == 0 ? "valid" : throw new ConfigurationRefused(app, file, LastLine(result));
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

    /// <summary>Lets the proxy send requests to a machine again.</summary>
    public Task UncordonAsync(string app, string machine, CancellationToken cancellation = default) => AskAsync(["machine", "uncordon", machine, "--app", app], cancellation);

    /// <summary>Removes a machine, also one that runs.</summary>
    public Task DestroyAsync(string app, string machine, CancellationToken cancellation = default) => AskAsync(["machine", "destroy", machine, "--force", "--app", app], cancellation);

    /// <summary>Whether every machine runs this digest and is healthy, whatever flyctl said of the deployment.</summary>
    /// <returns>Null when all do; otherwise what is wrong.</returns>
    public async Task<string?> VerifyAsync(string app, Digest digest, CancellationToken cancellation = default)
    {
        var there = (await MachinesAsync(app, cancellation)).Where(machine => machine.IsThere).ToArray();
        if (there.Length == 0) return "no machine runs";
        var lost = there.Where(machine => machine.HostStatus is not (null or "ok")).ToArray();
        if (lost.Length > 0) return $"{lost.Length} of {there.Length} machines are on a host that does not answer, such as {lost[0].Id}";
        var other = there.Where(machine => machine.ImageRef.Digest != digest.ToString()).ToArray();
        if (other.Length > 0) return $"{other.Length} of {there.Length} machines run another image, such as {other[0].Id} with {other[0].ImageRef.Digest ?? "no digest"}";
        var down = there.Where(machine => machine.State != "started" && !machine.IsStandby).ToArray();
        if (down.Length > 0) return $"{down.Length} of {there.Length} machines are not started, such as {down[0].Id}: {down[0].State}";
        var ill = there.Where(machine => !machine.IsStandby && machine.Checks?.Any(check => check.Status == "critical") == true).ToArray();
        return ill.Length > 0 ? $"{ill.Length} of {there.Length} machines fail their health check, such as {ill[0].Id}: {ill[0].Checks!.First(check => check.Status == "critical").Output}" : null;
    }

    private async Task<string> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await CallAsync(arguments, cancellation);
        return result.ExitCode == 0 ? result.Output : throw new CommandFailed(platform.Command(arguments), result);
    }

    private async Task<CommandResult> CallAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        for (var (attempt, pause) = (1, Pause); ; attempt++, pause *= 2)
        {
            var result = await OnceAsync(arguments, cancellation);
            if (result.ExitCode == 0 || attempt == Attempts || !IsPassing(result)) return result;
            await Task.Delay(pause, cancellation);
        }
    }

    private async Task<CommandResult> OnceAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Patience);
        try
        {
            return await platform.Command(arguments).RunAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FlyctlHangs(platform.Command(arguments), Patience);
        }
    }

    private static bool IsPassing(CommandResult result) => Array.Exists(Passing, text => result.Error.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static string LastLine(CommandResult result) =>
        (result.Error.Trim() is { Length: > 0 } error ? error : result.Output.Trim()).Split('\n')[^1].Trim();
}

/// <summary>flyctl does not answer.</summary>
public sealed class FlyctlHangs(Command command, TimeSpan patience) : DeliveryError(
    $"'{command}' did not answer within {patience.TotalSeconds:0} s.", "Look at https://status.flyio.net and try again; nothing was changed by this call.");
