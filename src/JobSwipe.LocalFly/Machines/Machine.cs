using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Machines;

/// <summary>A machine: a process with its files, its checks and its place behind the proxy.</summary>
internal sealed class Machine(string app, MachineConfig config, MachineImage image, string logs, bool cordoned)
{
    private const int MaxRestarts = 10;
    private readonly DateTimeOffset _created = DateTimeOffset.UtcNow;
    private readonly ConcurrentQueue<MachineEvent> _events = new();
    private readonly ConcurrentDictionary<string, CheckView> _checks = new();
    private readonly Lock _lock = new();
    private CancellationTokenSource _stop = new();
    private MachineConfig _config = config;
    private MachineImage _image = image;
    private IFilesystem? _files;
    private MachineProcess? _process;
    private DateTimeOffset _updated = DateTimeOffset.UtcNow;
    private string _state = "created";
    private bool _cordoned = cordoned;
    private int _requests;

    /// <summary>Raised when its program has ended for good.</summary>
    public event Action? Ended;

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(7));

    /// <summary>Where its program listens on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>Whether the proxy may send it a request.</summary>
    public bool TakesRequests { get { lock (_lock) return Open; } }

    public MachineView View => new(
        Id, $"{app}-{_config.Group}-{Id[..4]}", _state, "local", _image.Reference, Id, _config,
        [.. _events.Reverse()], [.. _config.Checks.Select(check => _checks.GetValueOrDefault(check.Name, new CheckView(check.Name, "critical", "not asked yet", _updated)))],
        "ok", _cordoned, _created, _updated);

    private bool Open => _config.Http && _state == "started" && !_cordoned
        && _config.Checks.All(check => _checks.TryGetValue(check.Name, out var last) && last.Status == "passing");

    /// <summary>Lets a request in, unless the machine was cordoned in this moment.</summary>
    public Visit? TryEnter()
    {
        lock (_lock)
        {
            if (!Open) return null;
            _requests++;
            return new Visit(this);
        }
    }

    public void Leave()
    {
        lock (_lock) _requests--;
    }

    public MachineView Cordon() => SetCordon(true);

    public MachineView Uncordon() => SetCordon(false);

    public async Task StartAsync(IReadOnlyDictionary<string, string> secrets)
    {
        _files ??= await _image.Filesystem();
        _stop = new CancellationTokenSource();
        await LaunchAsync(secrets);
        _ = SuperviseAsync(secrets, _stop.Token);
        foreach (var check in _config.Checks) _ = new HealthChecker(check, () => Port, view => _checks[view.Name] = view).RunAsync(_stop.Token);
    }

    /// <summary>Runs another image in its place: stop, exchange, start.</summary>
    public async Task ReplaceAsync(MachineConfig config, MachineImage image, IReadOnlyDictionary<string, string> secrets)
    {
        await StopAsync();
        if (_files is not null) await _files.DisposeAsync();
        (_config, _image, _files) = (config, image, null);
        _checks.Clear();
        await StartAsync(secrets);
    }

    /// <summary>Stops it: no new requests, those under way end, the kill signal, and after the kill timeout the end.</summary>
    public async Task StopAsync()
    {
        lock (_lock)
        {
            if (_state is "stopped" or "created" or "destroyed") return;
            _state = "stopping";
        }
        var patience = TimeSpan.FromSeconds(_config.KillTimeoutSeconds);
        var deadline = DateTimeOffset.UtcNow + patience;
        while (Volatile.Read(ref _requests) > 0 && DateTimeOffset.UtcNow < deadline) await Task.Delay(10);
        await _stop.CancelAsync();
        if (_process is { HasEnded: false } process) await process.StopAsync(_config.KillSignal, patience);
        Happened("exit", "stopped", _process?.ExitCode);
    }

    public async Task DestroyAsync()
    {
        await StopAsync();
        if (_files is not null) await _files.DisposeAsync();
        _files = null;
        Happened("destroy", "destroyed");
    }

    public IReadOnlyList<string> Log() => File.Exists(LogFile) ? File.ReadAllLines(LogFile) : [];

    private string LogFile => Path.Combine(logs, $"{app}-{Id}.log");

    private MachineView SetCordon(bool value)
    {
        lock (_lock) _cordoned = value;
        return View;
    }

    private Task LaunchAsync(IReadOnlyDictionary<string, string> secrets)
    {
        Directory.CreateDirectory(logs);
        Port = FreePort();
        var env = new Dictionary<string, string>(_image.Env);
        foreach (var (name, value) in _config.Env) env[name] = value;
        foreach (var (name, value) in secrets) env[name] = value;
        env["FLY_APP_NAME"] = app;
        env["FLY_MACHINE_ID"] = Id;
        env["FLY_REGION"] = "local";
        env["FLY_PROCESS_GROUP"] = _config.Group;
        env["FLY_IMAGE_REF"] = _config.Image;
        // The machines of this platform share one network, so each gets a port of its own.
        env["PORT"] = Port.ToString();
        env["BIND_ADDRESS"] = "127.0.0.1";
        var command = _config.Command.Length > 0 ? ["/bin/sh", "-c", "exec " + _config.Command] : _image.Command;
        _process = MachineProcess.Start(_files!.Enter(_image, command), env, WriteLog);
        Happened("start", "started");
        return Task.CompletedTask;
    }

    private async Task SuperviseAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken stop)
    {
        for (var restarts = 0; ; restarts++)
        {
            await _process!.WaitAsync(CancellationToken.None);
            if (stop.IsCancellationRequested || _state == "stopping") return;
            Happened("exit", "stopped", _process.ExitCode);
            // Fly's default policy for machines with a service is on-failure, with ten attempts.
            if (_config.AutoDestroy || _process.ExitCode == 0 || restarts == MaxRestarts)
            {
                Ended?.Invoke();
                return;
            }
            _checks.Clear();
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 * (1 << restarts), 5000)), stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await LaunchAsync(secrets);
        }
    }

    private void Happened(string type, string state, int? exitCode = null)
    {
        lock (_lock)
        {
            _state = state;
            _updated = DateTimeOffset.UtcNow;
        }
        _events.Enqueue(new MachineEvent(type, state, _updated.ToUnixTimeMilliseconds(), exitCode));
    }

    private void WriteLog(string line)
    {
        lock (_events) File.AppendAllText(LogFile, line + "\n");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
