using System.Text.Json;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

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
        var machines = await invocation.Platform().GetAsync<MachineView[]>($"apps/{invocation.App()}/machines", cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(machines, Wire.Options)
            : string.Join('\n', machines.Select(machine => invocation.IsOn("quiet") ? machine.Id : Line(machine))));
        return 0;
    }
}

/// <summary><c>flyctl machine destroy ID</c>, or all machines of an image.</summary>
internal sealed class MachineDestroy : ICommand
{
    public string Path => "machine destroy";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("force", 'f', IsSwitch: true), new("image")];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var platform = invocation.Platform();
        var app = invocation.App();
        var machines = await platform.GetAsync<MachineView[]>($"apps/{app}/machines", cancellation);
        var image = invocation.Value("image");
        var chosen = image is null
            ? invocation.Arguments.Select(id => Array.Find(machines, machine => machine.Id == id) ?? throw new FlyError($"machine {id} was not found in app {app}")).ToArray()
            : [.. machines.Where(machine => machine.Config.Image == image)];
        if (chosen.Length == 0) throw new FlyError("a machine ID or --image must be specified");
        if (Array.Find(chosen, machine => machine.State == "started") is { } started && !invocation.IsOn("force"))
            throw new FlyError($"machine {started.Id} currently started, either stop first or use --force flag");
        foreach (var machine in chosen)
        {
            await platform.DeleteAsync($"apps/{app}/machines/{machine.Id}", cancellation);
            await invocation.Output.WriteLineAsync($"{machine.Id} has been destroyed");
        }
        return 0;
    }
}
