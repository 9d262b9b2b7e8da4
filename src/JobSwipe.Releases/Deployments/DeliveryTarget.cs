using JobSwipe.Releases.Fly;
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

    /// <summary>Production has a machine to spare; staging does without.</summary>
    public bool HighlyAvailable => Environment == "production";

    /// <summary>Its ledger.</summary>
    public Ledger Ledger => new(Store, Environment);
}
