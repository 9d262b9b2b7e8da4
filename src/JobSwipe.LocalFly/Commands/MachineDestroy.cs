using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine destroy ID…</c>, or all machines of an image.</summary>
internal sealed class MachineDestroy : ICommand
{
    public string Path => "machine destroy";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("force", 'f', IsSwitch: true), new("image")];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var chosen = invocation.Value("image") is { } image
            ? (await app.MachinesAsync(cancellation)).Where(machine => machine.Config.Image == image).ToArray()
            : await app.MachinesAsync(invocation.Arguments, cancellation);
        if (chosen.Count == 0) throw new FlyError($"no machine of app '{app.Name}' runs the image {invocation.Value("image")}");
        if (chosen.FirstOrDefault(machine => machine.State == "started") is { } started && !invocation.IsOn("force"))
            throw new FlyError($"machine {started.Id} currently started, either stop first or use --force flag");
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in chosen)
        {
            await app.DestroyMachineAsync(machine.Id);
            await invocation.Output.WriteLineAsync($"{machine.Id} has been destroyed");
        }
        return 0;
    }
}
