using System.Diagnostics;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>A platform that was started as a program.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly Task<string> _output;

    private PlatformProcess(Process process, string state)
    {
        (_process, State) = (process, state);
        _error = process.StandardError.ReadToEndAsync();
        _output = process.StandardOutput.ReadToEndAsync();
    }

    public string State { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public Task<string> Output => _output;

    public Task<string> Error => _error;

    public static async Task<PlatformProcess> StartAsync(string state, string registry, IReadOnlyDictionary<string, string?>? env = null, params IReadOnlyList<string> arguments)
    {
        var variables = new Dictionary<string, string?>(env ?? new Dictionary<string, string?>()) { ["LOCALFLY_REGISTRY"] = registry };
        var platform = new PlatformProcess(Process.Start(Programs.Fly(variables, ["serve", "--state", state, .. arguments]))!, state);
        await Until.True(() => PlatformFile.Read(state)?.Pid == platform.Id || platform._process.HasExited, "the platform's start");
        if (platform._process.HasExited) throw new InvalidOperationException($"the platform ended: {await platform._error}");
        return platform;
    }

    public void CloseInput() => _process.StandardInput.Close();

    public void Signal(string signal) => Programs.Signal(Id, signal);

    public Task EndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            CloseInput();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        _process.Dispose();
    }
}
