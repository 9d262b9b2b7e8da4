using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Deployments;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl deploy</c>: release command, then the strategy (internal/command/deploy).</summary>
internal sealed class Deploy : ICommand
{
    public string Path => "deploy";

    public IReadOnlyList<Flag> Flags =>
    [
        Flag.App, Flag.Config, Flag.Yes, new("image", 'i'), new("strategy"), new("wait-timeout"), new("release-command-timeout"), new("lease-timeout"),
        new("ha", IsSwitch: true), new("remote-only", IsSwitch: true), new("local-only", IsSwitch: true), new("skip-release-command", IsSwitch: true),
        new("update-only", IsSwitch: true), new("detach", IsSwitch: true), new("env", 'e'), new("max-unavailable"), new("deploy-retries"), new("now", IsSwitch: true),
        new("smoke-checks", IsSwitch: true), new("dns-checks", IsSwitch: true),
    ];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var platform = invocation.Platform();
        var toml = FlyToml.Load(invocation.ConfigPath());
        var app = invocation.Value("app") ?? invocation.App();
        await platform.GetAsync<AppView>($"apps/{app}", cancellation);
        var image = invocation.Value("image") ?? throw new FlyError("this stand-in builds no images: deploy one with --image");
        var plan = new DeployPlan(app, toml, image, invocation.Duration("wait-timeout", toml.WaitTimeout ?? TimeSpan.FromMinutes(5)), invocation.IsOn("ha", true), invocation.IsOn("detach"));
        var strategy = Strategies.Named(invocation.Value("strategy") ?? toml.Strategy ?? "rolling");
        var owner = Guid.NewGuid().ToString("N");
        await using var lease = await Lease.TakeAsync(platform, app, owner, cancellation);
        var release = await platform.PostAsync<ReleaseView>($"apps/{app}/releases",
            new ReleaseView(Guid.NewGuid().ToString("N")[..13], 0, false, "running", $"Deploy image {image}", image, DateTimeOffset.UtcNow), cancellation);
        var fleet = new Fleet(platform, plan, release.Version, line => invocation.Output.WriteLine(line));
        try
        {
            if (toml.ReleaseCommand is { } command && !invocation.IsOn("skip-release-command"))
                await fleet.RunReleaseCommandAsync(command, invocation.Duration("release-command-timeout", TimeSpan.FromMinutes(5)), cancellation);
            await strategy(fleet, cancellation);
        }
        catch (Exception exception)
        {
            var status = exception is OperationCanceledException ? "interrupted" : "failed";
            await platform.PostAsync<ReleaseView>($"apps/{app}/releases", release with { Status = status }, CancellationToken.None);
            throw;
        }
        await platform.PostAsync<ReleaseView>($"apps/{app}/releases", release with { Status = "complete", Stable = true }, CancellationToken.None);
        if (Environment.GetEnvironmentVariable("FLY_EMIT_RELEASE_JSON") == "1")
            await invocation.Output.WriteLineAsync(JsonSerializer.Serialize(new { id = release.Id, version = release.Version, image_ref = image }));
        return 0;
    }
}
