using System.Text.Json;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl image show</c>: one entry a machine.</summary>
internal sealed class ImageShow : ICommand
{
    public string Path => "image show";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var machines = await invocation.OnPlatform().MachinesAsync(cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(machines.Select(machine => new
            {
                MachineID = machine.Id,
                machine.ImageRef.Registry,
                machine.ImageRef.Repository,
                machine.ImageRef.Tag,
                Version = "N/A",
                machine.ImageRef.Digest,
                Labels = "",
            }), Json.Pretty)
            : string.Join('\n', machines.Select(machine => $"{machine.Id}\t{machine.Config.Image}")));
        return 0;
    }
}
