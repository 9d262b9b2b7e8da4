using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Releases.SampleDeployment;

/// <summary>An environment in a folder: a <c>flyctl</c>, a <c>store</c> and <c>migrations</c>. The program that is killed and the test that goes on see the same one.</summary>
public sealed class DeploymentSample(string folder, DatabaseUrl database)
{
    private static readonly HttpCheck Served = new() { Name = "version", Path = "/version", Json = new Dictionary<string, string> { ["version"] = "${version}" } };

    public DeliveryTarget Target { get; } = new()
    {
        Environment = "production",
        Platform = new FlyPlatform(Path.Combine(folder, "flyctl"), new Dictionary<string, string?>(), "fake"),
        Config = new FlyConfig("fly.toml", "app") { Migrations = Path.Combine(folder, "migrations") },
        Database = database,
        Store = ObjectStores.Open(Path.Combine(folder, "store")),
        Recipients = [],
        Watch = TimeSpan.FromMilliseconds(50),
        LockLease = TimeSpan.FromSeconds(0.5),
    };

    public Deployment Deployment(IObjectStore store, Action<string> say) => new(Target with { Store = store }, new SmokePlan([Served], []), folder, say);
}
