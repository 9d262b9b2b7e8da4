using System.Globalization;
using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl deploy</c>: release command, then the strategy (internal/command/deploy).</summary>
internal sealed class Deploy : ICommand
{
    public string Path => "deploy";

    public IReadOnlyList<Flag> Flags =>
    [
        Flag.App, Flag.Config, Flag.Yes, new("image", 'i'), new("strategy"), new("wait-timeout"), new("release-command-timeout"), new("lease-timeout"),
        new("ha", IsSwitch: true), new("remote-only", IsSwitch: true), new("local-only", IsSwitch: true), new("skip-release-command", IsSwitch: true),
        new("update-only", IsSwitch: true), new("detach", IsSwitch: true), new("env", 'e'), new("max-unavailable"), new("max-concurrent"), new("deploy-retries"),
        new("now", IsSwitch: true), new("smoke-checks", IsSwitch: true), new("dns-checks", IsSwitch: true),
    ];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var toml = FlyToml.Load(invocation.ConfigPath());
        var app = invocation.OnPlatform();
        await app.ViewAsync(cancellation);
        var plan = Plan(invocation, toml);
        if (Fault.Springs(Fault.LoseDigest) && await app.MachinesAsync(cancellation) is [var machine, ..]) plan = plan with { Image = machine.Config.Image };
        var strategy = Strategies.Known(invocation.Value("strategy") ?? toml.Deploy.Strategy ?? "rolling");
        Strategies.Verify(strategy, plan);
        var (patience, share, commandTimeout) = (Waits(invocation, toml), MaxUnavailable(invocation, toml), CommandTimeout(invocation, toml));
        await app.ResolveAsync(plan.Image, cancellation);
        await invocation.Output.WriteLineAsync($"image: {plan.Image}");
        var release = await ReleaseRecord.RunAsync(app, $"Deploy image {plan.Image}", plan.Image, async release =>
        {
            var fleet = new Fleet(app, patience, line => invocation.Output.WriteLine(line));
            var deployment = new Deployment(plan, fleet, release.Version, share);
            // flyctl leases the machines only after the release command.
            if (!invocation.IsOn("skip-release-command")) await ReleaseCommand.RunAsync(deployment, commandTimeout, cancellation);
            if (Fault.Springs(Fault.Hang)) await Task.Delay(Timeout.Infinite, cancellation);
            await using var lease = await Lease.TakeAsync(app, cancellation);
            fleet.Say($"Updating existing machines in '{app.Name}' with {strategy} strategy");
            await Strategies.Named(strategy)(deployment, cancellation);
        });
        if (Environment.GetEnvironmentVariable("FLY_EMIT_RELEASE_JSON") == "1")
            await invocation.Output.WriteLineAsync(JsonSerializer.Serialize(new { id = release.Id, version = release.Version, image_ref = plan.Image }));
        return 0;
    }

    private static DeployPlan Plan(Invocation invocation, FlyToml toml) =>
        new(toml, invocation.Value("image") ?? throw new FlyError("this stand-in builds no images: deploy one with --image"))
        {
            HighlyAvailable = invocation.IsOn("ha", true),
            UpdateOnly = invocation.IsOn("update-only"),
            ExtraEnv = invocation.Values("env").Select(pair => pair.Split('=', 2) is [var name, var value] ? (name, value)
                : throw new FlyError($"failed parsing environment: '{pair}': must be in the format NAME=VALUE")).GroupBy(pair => pair.name).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().value),
        };

    private static Patience Waits(Invocation invocation, FlyToml toml) =>
        new(invocation.Duration("wait-timeout", toml.Deploy.WaitTimeout ?? Patience.DefaultTimeout), invocation.IsOn("detach"), invocation.IsOn("smoke-checks", true));

    private static double MaxUnavailable(Invocation invocation, FlyToml toml)
    {
        if (invocation.Value("max-unavailable") is not { } text) return toml.Deploy.MaxUnavailable ?? 0.33;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share > 0 ? share : throw new FlyError($"Invalid --max-unavailable value: {text}");
    }

    private static TimeSpan? CommandTimeout(Invocation invocation, FlyToml toml) => invocation.Value("release-command-timeout") == "none" ? null
        : invocation.Duration("release-command-timeout", toml.Deploy.ReleaseCommandTimeout ?? Patience.DefaultTimeout);
}
