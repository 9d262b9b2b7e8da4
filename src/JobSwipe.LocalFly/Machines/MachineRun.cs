using System.ComponentModel;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Machines;

/// <summary>A machine from its start to its stop: its program, started again as the restart policy says, and the checks of it.</summary>
internal sealed class MachineRun
{
    private const int MostTakenPorts = 5;
    private const int CannotStart = 126;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);
    private readonly MachineConfig _config;
    private readonly Func<int, Action<string>, MachineProcess> _launch;
    private readonly Action<string, string, int?> _happened;
    private readonly Action<CheckView?> _checked;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Task _supervising;
    private MachineProcess _process = null!;
    private CancellationTokenSource _life = null!;
    private Task _checks = Task.CompletedTask;
    private bool _stopping;
    private bool _portTaken;

    /// <param name="config">What runs.</param>
    /// <param name="launch">Starts the program on a port; what it prints is handed on.</param>
    /// <param name="happened">Told of events: type, the machine's state after it, exit code.</param>
    /// <param name="checked">Told of each check's answer; null when those so far do not count any more.</param>
    public MachineRun(MachineConfig config, Func<int, Action<string>, MachineProcess> launch, Action<string, string, int?> happened, Action<CheckView?> @checked)
    {
        (_config, _launch, _happened, _checked) = (config, launch, happened, @checked);
        Launch();
        _supervising = SuperviseAsync();
    }

    /// <summary>Where its program listens on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>Ends it, and returns the exit code of its program.</summary>
    public async Task<int> StopAsync(string signal, TimeSpan patience)
    {
        lock (_lock) _stopping = true;
        await _stop.CancelAsync();
        await _process.StopAsync(signal, patience);
        await _supervising;
        return await _process.Ended;
    }

    private void Launch()
    {
        // A port each time: the old one may be what made the program end.
        Port = FreePort.Next();
        _portTaken = false;
        _process = _launch(Port, line => _portTaken |= line.Contains("address already in use", StringComparison.OrdinalIgnoreCase) || line.Contains("EADDRINUSE"));
        _happened("start", "started", null);
        _life = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var (port, life, process) = (Port, _life.Token, _process);
        if (_config.Checks.Count == 0) process.Serve();
        _checks = Task.WhenAll(_config.Checks.Select(check => new HealthChecker(check.Key, check.Value, PortOf(check.Value, port), view =>
        {
            if (view.Status == "passing") process.Serve();
            _checked(view);
        }).RunAsync(life)));
    }

    private async Task SuperviseAsync()
    {
        var taken = 0;
        for (var restarts = 0; ; restarts++)
        {
            var started = DateTimeOffset.UtcNow;
            var code = await _process.Ended;
            await _life.CancelAsync();
            await _checks;
            _life.Dispose();
            _checked(null);
            if (_stop.IsCancellationRequested) return;
            if (code != 0 && _portTaken && taken++ < MostTakenPorts)
            {
                if (!TryLaunch()) return;
                continue;
            }
            _happened("exit", "stopped", code);
            if (DateTimeOffset.UtcNow - started > LongEnough) restarts = 0;
            if (!StartsAgain(code, restarts) || !await PauseAsync(restarts) || !TryLaunch()) return;
        }
    }

    private bool TryLaunch()
    {
        lock (_lock)
        {
            if (_stopping) return false;
            try
            {
                Launch();
                return true;
            }
            catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformError)
            {
                _happened("exit", "stopped", CannotStart);
                return false;
            }
        }
    }

    private bool StartsAgain(int code, int restarts) => _config.Restart.Policy switch
    {
        "no" => false,
        "always" => true,
        _ => code != 0 && restarts < _config.Restart.MaxRetries,
    };

    private async Task<bool> PauseAsync(int restarts)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, restarts), 5000)), _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A service's port is the machine's own one here; any other is asked as it stands.</summary>
    private int PortOf(MachineCheck check, int own) =>
        _config.Services.Count == 0 || _config.Services.Any(service => service.InternalPort == check.Port) ? own : check.Port;
}
