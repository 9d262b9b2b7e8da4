using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine list</c>.</summary>
internal sealed class MachineList : ICommand
{
    public string Path => "machine list";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json, new("quiet", 'q', IsSwitch: true)];

    public static string Line(MachineView machine) =>
        $"{machine.Id}\t{machine.Config.Group}\t{machine.State}{(machine.Cordoned ? " (cordoned)" : "")}\t{machine.Checks.Count(check => check.Status == "passing")}/{machine.Checks.Count} checks\t{machine.ImageRef.Digest[..19]}";

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var machines = await invocation.OnPlatform().MachinesAsync(cancellation);
        if (machines.Length > 0 && Fault.Springs(Fault.HostUnreachable)) machines[0] = machines[0] with { HostStatus = "unreachable" };
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(machines, Wire.Options)
            : string.Join('\n', machines.Select(machine => invocation.IsOn("quiet") ? machine.Id : Line(machine))));
        return 0;
    }
}
