using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Tests;

/// <summary>A release and its deployment, for tests that need some.</summary>
internal static class Sample
{
    public static Release Release(string version = "1.0.0", string content = "one") => new()
    {
        Application = "sample",
        Version = version,
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/sample", Digest.Of(System.Text.Encoding.UTF8.GetBytes(content)), 1000, "buildah", "base"),
        MigrationHead = "0004_sample",
        Built = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public static DeploymentRecord Record(Release? release = null, DeploymentOutcome outcome = DeploymentOutcome.Succeeded) => new()
    {
        Environment = "staging",
        Release = release ?? Release(),
        Outcome = outcome,
        Actor = "somebody",
        Started = new DateTimeOffset(2026, 11, 1, 12, 30, 0, TimeSpan.Zero),
        Steps = [new Receipt("deploy", 1.5, "2 machines")],
    };
}
