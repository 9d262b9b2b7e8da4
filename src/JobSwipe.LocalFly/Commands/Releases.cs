using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl releases</c>: newest first, at most 25.</summary>
internal sealed class Releases : ICommand
{
    public string Path => "releases";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json, new("image", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var releases = await invocation.Platform().GetAsync<ReleaseView[]>($"apps/{invocation.App()}/releases", cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(releases, Json.Pretty)
            : string.Join('\n', releases.Select(release => $"v{release.Version}\t{release.Status}\t{release.CreatedAt:u}{(invocation.IsOn("image") ? "\t" + release.ImageRef : "")}")));
        return 0;
    }
}

/// <summary><c>flyctl image show</c>: one entry a machine.</summary>
internal sealed class ImageShow : ICommand
{
    public string Path => "image show";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var machines = await invocation.Platform().GetAsync<MachineView[]>($"apps/{invocation.App()}/machines", cancellation);
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

/// <summary><c>flyctl scale show</c>.</summary>
internal sealed class ScaleShow : ICommand
{
    public string Path => "scale show";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var machines = await invocation.Platform().GetAsync<MachineView[]>($"apps/{invocation.App()}/machines", cancellation);
        var groups = machines.GroupBy(machine => machine.Config.Group)
            .Select(group => new { Process = group.Key, Count = group.Count(), CPUKind = "shared", CPUs = 1, Memory = 256, Regions = new Dictionary<string, int> { ["local"] = group.Count() } });
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(groups, Json.Pretty)
            : string.Join('\n', groups.Select(group => $"{group.Process}\t{group.Count}")));
        return 0;
    }
}
