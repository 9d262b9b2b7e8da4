using System.Text;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Benchmarks;

/// <summary>The ledger of many years: 100,000 receipts, seven a deployment, listed and verified by the target that people call.</summary>
internal static class ReleasesLedger
{
    public const int Runs = 5;
    private const int Receipts = 100_000;
    private static readonly string[] Steps = ["preflight", "backup", "migrate", "deploy", "verdict", "smoke", "watch"];

    public static async Task<double> SecondsAsync(BenchmarkSettings settings)
    {
        var folder = Path.Combine(settings.Work, "ledger");
        await MakeAsync(folder, (Receipts + Steps.Length - 1) / Steps.Length);
        var program = new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"), "Releases", "--verify", "--store", folder);
        var seconds = Stopwatches.InTurn(Runs, program)[0].Select(run => run.Seconds).Median();
        Directory.Delete(folder, recursive: true);
        return seconds;
    }

    /// <summary>Makes an object store with the ledger of so many deployments.</summary>
    public static async Task MakeAsync(string folder, int deployments)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Write(Directory.CreateDirectory(Path.Combine(folder, "ledger", "production")).FullName, deployments);
        await new Ledger(ObjectStores.Open(folder), "production").CompactAsync();
    }

    // As AppendAsync would, without a flush to the disk for each.
    private static void Write(string folder, int deployments)
    {
        byte[]? before = null;
        for (var number = 1; number <= deployments; number++)
        {
            var content = Encoding.UTF8.GetBytes(Json.Write(Record(number) with { Previous = before is null ? null : Digest.Of(before) }));
            File.WriteAllBytes(Path.Combine(folder, $"{number:D8}.json"), content);
            before = content;
        }
    }

    private static DeploymentRecord Record(int number) => new()
    {
        Environment = "production",
        Sequence = number,
        Release = new Release
        {
            Application = "jobswipe",
            Version = $"1.{number}.0",
            Commit = $"{number:x40}",
            Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/jobswipe", Digest.Of(BitConverter.GetBytes(number)), 100_000_000, "buildah", BaseName),
            MigrationHead = "0007_search",
            Built = Moment(number).AddHours(-1),
            Committed = Moment(number).AddHours(-2),
        },
        Outcome = number % 20 == 0 ? DeploymentOutcome.RolledBack : DeploymentOutcome.Succeeded,
        Actor = "release-manager (run 1234567)",
        Started = Moment(number),
        Secrets = ["DATABASE_URL", "SECRET_KEY"],
        Steps = [.. Steps.Select(step => new Receipt(step, 1.5, $"what came of {step} in deployment {number}"))],
    };

    private const string BaseName = "docker.io/library/debian@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716";

    private static DateTimeOffset Moment(int number) => new DateTimeOffset(2020, 1, 1, 8, 0, 0, TimeSpan.Zero).AddHours(number * 4);
}
