using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets import</c>: NAME=VALUE lines from standard input.</summary>
internal sealed class SecretsImport : ICommand
{
    public string Path => "secrets import";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("stage", IsSwitch: true), new("detach", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var lines = (await Console.In.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return await SecretChange.ApplyAsync(invocation, lines.Where(line => !line.StartsWith('#')), cancellation);
    }
}

/// <summary><c>flyctl secrets set NAME=VALUE …</c>.</summary>
internal sealed class SecretsSet : ICommand
{
    public string Path => "secrets set";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("stage", IsSwitch: true), new("detach", IsSwitch: true)];

    public Task<int> RunAsync(Invocation invocation, CancellationToken cancellation) => SecretChange.ApplyAsync(invocation, invocation.Arguments, cancellation);
}

/// <summary><c>flyctl secrets list</c>: names and digests.</summary>
internal sealed class SecretsList : ICommand
{
    public string Path => "secrets list";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var secrets = await invocation.Platform().GetAsync<SecretView[]>($"apps/{invocation.App()}/secrets", cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(secrets, Wire.Options)
            : string.Join('\n', secrets.Select(secret => $"{secret.Name}\t{secret.Digest}\t{secret.Status}")));
        return 0;
    }
}

/// <summary>Sets secrets and, unless they are staged, restarts the app's machines with them.</summary>
internal static class SecretChange
{
    public static async Task<int> ApplyAsync(Invocation invocation, IEnumerable<string> pairs, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string?>();
        foreach (var pair in pairs)
        {
            var (name, value) = pair.Split('=', 2) is [var before, var after] ? (before, after) : throw new FlyError($"Secrets must be provided as NAME=VALUE pairs ({pair.Length} characters without '=')");
            values[name] = value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
        }
        if (values.Count == 0) throw new FlyError("requires at least one SECRET=VALUE pair");
        var platform = invocation.Platform();
        var app = invocation.App();
        await platform.PostAsync<JsonElement>($"apps/{app}/secrets", new SecretsRequest(values), cancellation);
        if (!invocation.IsOn("stage"))
            foreach (var machine in await platform.GetAsync<MachineView[]>($"apps/{app}/machines", cancellation))
                await platform.PostAsync<MachineView>($"apps/{app}/machines/{machine.Id}", machine.Config, cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("stage")
            ? "Secrets have been staged, but not set on VMs. Deploy or update machines in this app for the secrets to take effect."
            : "Secrets are set");
        return 0;
    }
}
