using System.Text.Json;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Platform;

/// <summary>What a command does with one app.</summary>
internal sealed class AppClient(PlatformClient platform, string name)
{
    private readonly string _app = $"apps/{Uri.EscapeDataString(name)}";

    public string Name => name;

    public Task<AppView> ViewAsync(CancellationToken cancellation) => platform.GetAsync<AppView>(_app, cancellation);

    public Task DestroyAsync(CancellationToken cancellation) => platform.DeleteAsync(_app, cancellation);

    /// <summary>All machines, oldest first, also those of release commands.</summary>
    public Task<MachineView[]> MachinesAsync(CancellationToken cancellation) => platform.GetAsync<MachineView[]>($"{_app}/machines", cancellation);

    /// <summary>A machine, also one that was destroyed a short while ago.</summary>
    public Task<MachineView> MachineAsync(string id, CancellationToken cancellation) => platform.GetAsync<MachineView>(Machine(id), cancellation);

    /// <summary>The machines of these ids.</summary>
    public async Task<IReadOnlyList<MachineView>> MachinesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) throw new FlyError("a machine ID must be specified when not running interactively");
        var machines = await MachinesAsync(cancellation);
        return [.. ids.Select(id => Array.Find(machines, machine => machine.Id == id) ?? throw new FlyError($"machine {id} was not found in app '{name}'"))];
    }

    /// <summary>Starts a machine. It is not interrupted, or a machine would be left that nobody knows.</summary>
    public Task<MachineView> LaunchAsync(LaunchRequest request) => platform.PostAsync<MachineView>($"{_app}/machines", request, CancellationToken.None);

    public Task<MachineView> UpdateAsync(string id, MachineConfig config, CancellationToken cancellation) => platform.PostAsync<MachineView>(Machine(id), config, cancellation);

    public Task TagAsync(string id, string key, string value, CancellationToken cancellation) =>
        platform.PostAsync<MachineView>($"{Machine(id)}/metadata/{key}?value={Uri.EscapeDataString(value)}", null, cancellation);

    public Task CordonAsync(string id, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machine(id)}/cordon", null, cancellation);

    public Task UncordonAsync(string id, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machine(id)}/uncordon", null, cancellation);

    public Task<MachineView> StartAsync(string id, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machine(id)}/start", null, cancellation);

    public Task<MachineView> StopAsync(string id, StopRequest request, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machine(id)}/stop", request, cancellation);

    public Task DestroyMachineAsync(string id) => platform.DeleteAsync(Machine(id), CancellationToken.None);

    public Task<ReleaseView[]> ReleasesAsync(CancellationToken cancellation) => platform.GetAsync<ReleaseView[]>($"{_app}/releases", cancellation);

    /// <summary>Begins a release, or says how it ended.</summary>
    public Task<ReleaseView> RecordAsync(ReleaseView release) => platform.PostAsync<ReleaseView>($"{_app}/releases", release, CancellationToken.None);

    public Task LeaseAsync(string owner, TimeSpan length, CancellationToken cancellation) =>
        platform.PostAsync<JsonElement>($"{_app}/lease?owner={owner}&seconds={length.TotalSeconds}", null, cancellation);

    public Task ReleaseLeaseAsync(string owner) => platform.DeleteAsync($"{_app}/lease?owner={owner}", CancellationToken.None);

    public Task<SecretView[]> SecretsAsync(CancellationToken cancellation) => platform.GetAsync<SecretView[]>($"{_app}/secrets", cancellation);

    public Task SetSecretsAsync(IReadOnlyDictionary<string, string?> values, CancellationToken cancellation) =>
        platform.PostAsync<JsonElement>($"{_app}/secrets", new SecretsRequest(values), cancellation);

    public Task<LogLine[]> LogsAsync(CancellationToken cancellation) => platform.GetAsync<LogLine[]>($"{_app}/logs", cancellation);

    /// <summary>Whether there is such an image, and what its digest is.</summary>
    public Task<ImageRef> ResolveAsync(string image, CancellationToken cancellation) => platform.GetAsync<ImageRef>($"images?reference={Uri.EscapeDataString(image)}", cancellation);

    private string Machine(string id) => $"{_app}/machines/{Uri.EscapeDataString(id)}";
}
