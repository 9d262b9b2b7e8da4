using System.Text.Json;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl scale show</c>: the groups by name; a group's size is that of its first machine.</summary>
internal sealed class ScaleShow : ICommand
{
    public string Path => "scale show";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var machines = await invocation.OnPlatform().MachinesAsync(cancellation);
        var groups = machines.GroupBy(machine => machine.Config.Group).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new
        {
            Process = group.Key,
            Count = group.Count(),
            CPUKind = group.First().Config.Guest.CpuKind,
            CPUs = group.First().Config.Guest.Cpus,
            Memory = group.First().Config.Guest.MemoryMb,
            Regions = group.GroupBy(machine => machine.Region).ToDictionary(region => region.Key, region => region.Count()),
        });
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(groups, Json.Pretty)
            : string.Join('\n', groups.Select(group => $"{group.Process}\t{group.Count}\t{group.CPUKind}\t{group.CPUs}\t{group.Memory} MB")));
        return 0;
    }
}
