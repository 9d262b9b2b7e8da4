using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary>Changes secrets and, unless they are staged, restarts the app's machines with them, one after the other, as a release of its own.</summary>
internal static class SecretChange
{
    public static IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("stage", IsSwitch: true), new("detach", IsSwitch: true)];

    public static async Task<int> ApplyAsync(Invocation invocation, IReadOnlyDictionary<string, string?> values, CancellationToken cancellation)
    {
        if (values.Count == 0) throw new FlyError("requires at least one SECRET=VALUE pair");
        var app = invocation.OnPlatform();
        await app.SetSecretsAsync(values, cancellation);
        if (invocation.IsOn("stage")) await invocation.Output.WriteLineAsync("Secrets have been staged, but not set on VMs. Deploy or update machines in this app for the secrets to take effect.");
        else if ((await app.MachinesAsync(cancellation)).Length == 0) await invocation.Output.WriteLineAsync("Secrets are staged for the first deployment");
        else await RestartAsync(invocation, app, cancellation);
        return 0;
    }

    public static async Task RestartAsync(Invocation invocation, AppClient app, CancellationToken cancellation)
    {
        await using var lease = await Lease.TakeAsync(app, cancellation);
        var fleet = new Fleet(app, new Patience(Patience.DefaultTimeout, invocation.IsOn("detach")), line => invocation.Output.WriteLine(line));
        var machines = await fleet.ListAsync(cancellation);
        await ReleaseRecord.RunAsync(app, "Deploy secrets", machines[0].Config.Image,
            _ => Rolling.UpdateAsync(fleet, machines, machine => machine.Config, maxUnavailable: 0.33, cancellation));
    }
}
