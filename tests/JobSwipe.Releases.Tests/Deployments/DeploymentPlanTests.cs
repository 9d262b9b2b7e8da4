using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class DeploymentPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("production", false)]
    [InlineData("rollback", true)]
    public void Prints_every_check_and_command(string name, bool isRollback)
    {
        var store = ObjectStores.Open(Path.Combine(_folder.Path, "store"));
        var target = new DeliveryTarget
        {
            Environment = "production",
            Platform = FlyPlatform.Fly("secret-token"),
            Config = new FlyConfig("fly.toml", "jobswipe"),
            Database = DatabaseUrl.Parse("postgresql://app:secret-password@db.internal:5432/jobswipe"),
            Store = store,
            Recipients = ["age1…"],
        };
        var request = new DeploymentRequest { Release = Sample.Release("1.4.0"), BackUp = !isRollback, IsRollback = isRollback, ProvedIn = isRollback ? null : target.Before };
        var smoke = new SmokePlan([new HttpCheck { Name = "health", Path = "/health" }], [new Journey("three swipes", "phone", [])]);

        var text = string.Concat(DeploymentPlan.For(request, target, smoke).SelectMany(step => step.Lines.Select(line => $"{step.Name,-10} {line}\n"))).Replace(store.Location, "<store>");

        text.ShouldNotContain("secret-");
        Golden.ShouldMatch(text, $"DeploymentPlanTests.{name}.verified.txt");
    }
}
