using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Notifications;
using JobSwipe.Releases.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Releases.Deployments;

/// <summary>An environment that can be delivered to, with everything that a deployment needs of it.</summary>
public sealed record DeliveryTarget
{
    /// <summary>staging or production.</summary>
    public required string Environment { get; init; }

    /// <summary>Fly, or its stand-in on this machine.</summary>
    public required FlyPlatform Platform { get; init; }

    /// <summary>The app and its configuration.</summary>
    public required FlyConfig Config { get; init; }

    /// <summary>The environment's database.</summary>
    public required DatabaseUrl Database { get; init; }

    /// <summary>Where backups, the ledger and the lock are.</summary>
    public required IObjectStore Store { get; init; }

    /// <summary>age recipients of backups.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>How long new machines may take to become healthy.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When flyctl is given up as hanging; null for what follows from <see cref="WaitTimeout"/>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How long a deployment that was killed keeps others out.</summary>
    public TimeSpan LockLease { get; init; } = DeployLock.Lease;

    /// <summary>Production has a machine to spare; staging does without.</summary>
    public bool HighlyAvailable => Environment == "production";

    /// <summary>How long a release is watched after its switch; null for as long as its SLO says.</summary>
    public TimeSpan? Watch { get; init; }

    /// <summary>A Prometheus that knows the application's own error rate; null for probes alone.</summary>
    public Uri? Prometheus { get; init; }

    /// <summary>Who is told how a deployment ended.</summary>
    public IReadOnlyList<INotifier> Notifiers { get; init; } = [];

    /// <summary>Where to read on, for notifications: the workflow run, the report.</summary>
    public IReadOnlyList<(string Text, Uri Url)> Links { get; init; } = [];

    /// <summary>How long a release with this SLO is watched here.</summary>
    public TimeSpan WatchTime(Slo slo) => Watch ?? TimeSpan.FromSeconds(slo.WatchSeconds);

    /// <summary>How machines are replaced: flyctl knows no bluegreen with volumes; nothing else drains.</summary>
    public string Strategy => Config.HasMounts ? "rolling" : "bluegreen";

    /// <summary>How flyctl is asked to deploy a release here.</summary>
    public DeploySettings DeploySettings(Release release) => new()
    {
        App = Config.App,
        Config = Config.File,
        Image = release.Artifact.Reference,
        Strategy = Strategy,
        WaitTimeout = WaitTimeout,
        HighlyAvailable = HighlyAvailable,
        Deadline = Deadline ?? WaitTimeout * 3 + TimeSpan.FromMinutes(2),
    };

    /// <summary>Its ledger.</summary>
    public Ledger Ledger => new(Store, Environment);

    /// <summary>The ledger that says what passed in the environment before: staging's.</summary>
    public Ledger Before => new(Store, "staging");
}
