using System.Text.Json;
using System.Text.Json.Nodes;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl status</c>; the app's names are in Pascal case, the machines inside in snake case, as flyctl mixes them.</summary>
internal sealed class Status : ICommand
{
    public string Path => "status";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json, new("all", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var client = invocation.OnPlatform();
        var app = await client.ViewAsync(cancellation);
        var machines = await client.MachinesAsync(cancellation);
        var releases = await client.ReleasesAsync(cancellation);
        if (!invocation.IsOn("json"))
        {
            await invocation.Output.WriteLineAsync($"App\n  Name     = {app.Name}\n  Hostname = {app.Url}\n\nMachines");
            foreach (var machine in machines) await invocation.Output.WriteLineAsync(MachineList.Line(machine));
            return 0;
        }
        var status = new JsonObject
        {
            ["ID"] = app.Name,
            ["Name"] = app.Name,
            ["Deployed"] = machines.Length > 0,
            ["Status"] = machines.Any(machine => machine.State == "started") ? "deployed" : machines.Length > 0 ? "suspended" : "pending",
            ["Hostname"] = app.Hostname,
            ["Version"] = releases.FirstOrDefault()?.Version ?? 0,
            ["AppURL"] = app.Url,
            ["Organization"] = new JsonObject { ["ID"] = "local", ["Slug"] = "personal" },
            ["PlatformVersion"] = "machines",
            ["Machines"] = JsonSerializer.SerializeToNode(machines, Wire.Options),
        };
        await invocation.Output.WriteLineAsync(status.ToJsonString(Json.Pretty));
        return 0;
    }
}
