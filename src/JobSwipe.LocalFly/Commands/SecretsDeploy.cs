using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets deploy</c>: gives staged secrets to the machines.</summary>
internal sealed class SecretsDeploy : ICommand
{
    public string Path => "secrets deploy";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("detach", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        if ((await app.MachinesAsync(cancellation)).Length == 0)
            throw new FlyError("before using 'fly secrets deploy', you must first deploy your app at least once using 'fly deploy'");
        await SecretChange.RestartAsync(invocation, app, cancellation);
        return 0;
    }
}
