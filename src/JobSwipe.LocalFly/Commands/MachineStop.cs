using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine stop ID…</c>.</summary>
internal sealed class MachineStop : MachineAction
{
    public override string Path => "machine stop";

    public override IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("signal", 's'), new("timeout"), new("wait-timeout", 'w')];

    protected override async Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation)
    {
        var timeout = invocation.Value("timeout") is null ? (TimeSpan?)null : invocation.Duration("timeout", default);
        await app.StopAsync(machine, new StopRequest(invocation.Value("signal")?.ToUpperInvariant(), timeout), cancellation);
        return $"{machine} has been successfully stopped";
    }
}
