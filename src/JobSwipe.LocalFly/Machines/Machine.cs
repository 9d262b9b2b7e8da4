using System.Security.Cryptography;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Machines;

/// <summary>A machine: a program with its files, its checks and its place behind the proxy. It is changed by one caller at a time.</summary>
internal sealed class Machine(string app, string region, MachineConfig config, MachineImage image, string logs, Volumes volumes, bool cordoned)
{
    private const int MostEvents = 50;
    private readonly DateTimeOffset _created = DateTimeOffset.UtcNow;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly LinkedList<MachineEvent> _events = new();
    private readonly Dictionary<string, CheckView> _checks = [];
    private MachineConfig _config = config;
    private MachineImage _image = image;
    private IReadOnlyDictionary<string, string> _secrets = new Dictionary<string, string>();
    private IFilesystem? _files;
    private MachineRun? _run;
    private DateTimeOffset _updated = DateTimeOffset.UtcNow;
    private string _state = "created";
    private string _instance = NewId();
    private bool _cordoned = cordoned;
    private int _requests;

    public string Id { get; } = NewId();

    public DateTimeOffset Created => _created;

    /// <summary>Where its program listens on loopback.</summary>
    public int Port => _run?.Port ?? 0;

    /// <summary>The digests of the secrets that its program was started with, by name.</summary>
    public IReadOnlyDictionary<string, string> SecretDigests
    {
        get { lock (_lock) return _secrets.ToDictionary(secret => secret.Key, secret => SecretDigest.Of(secret.Value)); }
    }

    /// <summary>Whether the proxy may send it a request.</summary>
    public bool TakesRequests { get { lock (_lock) return Open; } }

    public MachineView View
    {
        get
        {
            lock (_lock)
            {
                return new MachineView
                {
                    Id = Id,
                    Name = $"{app}-{_config.Group}-{Id[..4]}",
                    State = _state,
                    Region = region,
                    ImageRef = _image.Reference,
                    InstanceId = _instance,
                    CreatedAt = _created,
                    UpdatedAt = _updated,
                    Config = _config,
                    Events = [.. _events],
                    Checks = [.. _config.Checks.Keys.Select(name => _checks.GetValueOrDefault(name, new CheckView(name, "critical", "waiting for status update", _updated)))],
                    Cordoned = _cordoned,
                };
            }
        }
    }

    /// <summary>Fly's proxy looks at the checks of services, not at those of [checks].</summary>
    private bool Open => _config.TakesHttp && _state == "started" && !_cordoned
        && _config.Checks.Keys.Where(name => name.StartsWith("servicecheck-", StringComparison.Ordinal))
            .All(name => _checks.TryGetValue(name, out var last) && last.Status == "passing");

    /// <summary>Lets a request in, unless the machine was closed in this moment.</summary>
    public Visit? TryEnter()
    {
        lock (_lock)
        {
            if (!Open) return null;
            _requests++;
            return new Visit(this, Port);
        }
    }

    public void Leave()
    {
        lock (_lock) _requests--;
    }

    public MachineView Cordon(bool value)
    {
        lock (_lock) _cordoned = value;
        return View;
    }

    public MachineView Tag(string key, string value)
    {
        lock (_lock) _config = _config with { Metadata = new Dictionary<string, string>(_config.Metadata) { [key] = value } };
        return View;
    }

    public Task StartAsync(IReadOnlyDictionary<string, string> secrets) => InTurnAsync(async () =>
    {
        if (_state == "started") return;
        // It may be waiting for its next try.
        await StopNowAsync(_config.StopConfig);
        await StartNowAsync(secrets);
    });

    /// <summary>Runs something else in its place: stop, exchange, start. One that stands by is only exchanged.</summary>
    public Task ReplaceAsync(MachineConfig config, MachineImage image, IReadOnlyDictionary<string, string> secrets) => InTurnAsync(async () =>
    {
        await StopNowAsync(_config.StopConfig);
        if (_files is not null) await _files.DisposeAsync();
        _files = null;
        lock (_lock) (_config, _image, _instance) = (config, image, NewId());
        Happened("update", "replacing", null);
        await StartNowAsync(secrets);
    });

    /// <summary>Stops it: no new requests, those under way end, the kill signal, and after the kill timeout the end.</summary>
    public Task StopAsync(StopConfig how) => InTurnAsync(() => StopNowAsync(how));

    public Task StopAsync(StopRequest request) => StopAsync(new StopConfig(request.Signal ?? _config.StopConfig.Signal, request.Timeout ?? _config.StopConfig.Timeout));

    public Task DestroyAsync(TimeSpan? longest = null) => InTurnAsync(async () =>
    {
        if (_state == "destroyed") return;
        await StopNowAsync(_config.StopConfig with { Timeout = longest < _config.StopConfig.Timeout ? longest.Value : _config.StopConfig.Timeout });
        if (_files is not null) await _files.DisposeAsync();
        _files = null;
        volumes.Detach(Id);
        Happened("destroy", "destroyed", null);
    });

    private async Task InTurnAsync(Func<Task> change)
    {
        await _turn.WaitAsync();
        try
        {
            await change();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task StartNowAsync(IReadOnlyDictionary<string, string> secrets)
    {
        if (_config.Standbys is { Count: > 0 })
        {
            Happened("launch", "stopped", null);
            return;
        }
        _files ??= await _image.Filesystem();
        var mounts = _config.Mounts.Select(mount => (volumes.Attach(mount.Name, Id), mount.Path)).ToArray();
        var log = new MachineLog(logs, app, Id);
        lock (_lock) _secrets = secrets;
        _run = new MachineRun(_config, (port, line) => Launch(port, mounts, text => { log.Write(text); line(text); }), Happened, Checked);
    }

    private MachineProcess Launch(int port, IReadOnlyList<(string Folder, string Path)> mounts, Action<string> line)
    {
        var env = new Dictionary<string, string>(_image.Env);
        foreach (var (name, value) in _config.Env) env[name] = value;
        foreach (var (name, value) in _secrets) env[name] = value;
        env["FLY_APP_NAME"] = app;
        env["FLY_MACHINE_ID"] = Id;
        env["FLY_REGION"] = region;
        env["FLY_IMAGE_REF"] = _config.Image;
        // The machines of this platform share one network, so each gets a port of its own.
        env["PORT"] = $"{port}";
        env["BIND_ADDRESS"] = "127.0.0.1";
        var command = _files!.Enter([.. _image.Entrypoint, .. _config.Init.Cmd ?? _image.Command], mounts, env);
        return MachineProcess.Start(command, env, line);
    }

    private async Task StopNowAsync(StopConfig how)
    {
        if (_run is not { } run || _state == "destroyed") return;
        lock (_lock) _state = "stopping";
        for (var deadline = DateTimeOffset.UtcNow + how.Timeout; Volatile.Read(ref _requests) > 0 && DateTimeOffset.UtcNow < deadline;) await Task.Delay(10);
        var code = await run.StopAsync(how.Signal, how.Timeout);
        _run = null;
        Happened("exit", "stopped", code, requested: true);
    }

    private void Happened(string type, string state, int? exitCode) => Happened(type, state, exitCode, requested: false);

    private void Happened(string type, string state, int? exitCode, bool requested)
    {
        lock (_lock)
        {
            _updated = DateTimeOffset.UtcNow;
            // What the program does while it is being stopped is not what the machine does.
            if (_state != "stopping" || requested) _state = state;
            var request = exitCode is { } code ? new EventRequest(new ExitEvent(code, requested)) : null;
            _events.AddFirst(new MachineEvent(type, state, _updated.ToUnixTimeMilliseconds(), request, requested ? "user" : "flyd"));
            if (_events.Count > MostEvents) _events.RemoveLast();
        }
    }

    private void Checked(CheckView? view)
    {
        lock (_lock)
        {
            if (view is null) _checks.Clear();
            else _checks[view.Name] = view;
        }
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(7));
}
