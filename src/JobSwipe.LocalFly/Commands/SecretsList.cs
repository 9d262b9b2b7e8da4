using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets list</c>: names and digests.</summary>
internal sealed class SecretsList : ICommand
{
    public string Path => "secrets list";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var secrets = await invocation.OnPlatform().SecretsAsync(cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(secrets, Wire.Options)
            : string.Join('\n', secrets.Select(secret => $"{secret.Name}\t{secret.Digest}\t{secret.Status}")));
        return 0;
    }
}
