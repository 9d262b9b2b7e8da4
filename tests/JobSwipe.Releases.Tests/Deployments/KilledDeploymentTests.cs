using System.Diagnostics;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.SampleDeployment;
using JobSwipe.Releases.Tests.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobSwipe.Releases.Tests.Deployments;

/// <summary>A deployment in a process of its own, killed at points spread over all that it does; then the next one.</summary>
public sealed class KilledDeploymentTests(Databases databases, KilledDeploymentTests.Lengths lengths) : IClassFixture<KilledDeploymentTests.Lengths>
{
    private const int Good = 13;
    private const int Bad = 7;
    private const string Fine = "1.1.0";
    private const string Broken = "1.1.0-broken";

    /// <summary>Points of a deployment that goes well, and of one that is rolled back.</summary>
    public static IEnumerable<TheoryDataRow<string, int>> Points() =>
        [.. Enumerable.Range(0, Good).Select(number => new TheoryDataRow<string, int>(Fine, number)), .. Enumerable.Range(0, Bad).Select(number => new TheoryDataRow<string, int>(Broken, number))];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_anywhere_the_next_one_says_where_things_stand_and_puts_them_right(string version, int number)
    {
        await using var scene = await Scene.CreateAsync(databases);
        var length = await lengths.OfAsync(version, databases);
        // The broken one is killed from its switch on: before, it is like the good one.
        var (first, points) = version == Fine ? (1, Good) : (length.Switched, Bad);
        (await scene.DieAsync(version, first + (length.Points - first) * number / (points - 1))).ShouldBe(137);

        var left = await Attempt.FindAsync(scene.Target.Store, "production", TestContext.Current.CancellationToken);
        var before = await scene.Target.Ledger.ReadAsync(TestContext.Current.CancellationToken);
        var (said, next) = await scene.NextAsync();

        if (left is not null) said[0].ShouldContain($"the deployment of {version} by {left.Actor} was interrupted");
        next.Outcome.ShouldBe(DeploymentOutcome.Succeeded);
        scene.Live.ShouldBe(Scene.Next);
        // One record for each that changed something, and none twice.
        var recorded = before.Count > 1;
        var records = await scene.Target.Ledger.VerifyAsync(cancellation: TestContext.Current.CancellationToken);
        records.Count.ShouldBe(left is null && !recorded ? 2 : 3, string.Join(", ", records.Select(record => record.Outcome)));
        if (left is not null && !recorded) records[1].Outcome.ShouldBe(DeploymentOutcome.Interrupted);
        (await Attempt.FindAsync(scene.Target.Store, "production", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await HeldLock.FindAsync(scene.Target.Store, "production", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    /// <summary>How many points a deployment has when nobody kills it, measured once.</summary>
    public sealed class Lengths
    {
        private readonly Dictionary<string, (int, int)> _known = [];

        public async Task<(int Points, int Switched)> OfAsync(string version, Databases databases)
        {
            if (_known.TryGetValue(version, out var known)) return known;
            await using var scene = await Scene.CreateAsync(databases);
            (await scene.DieAsync(version, int.MaxValue)).ShouldBe(version == Fine ? 0 : 1);
            var switched = Array.IndexOf(scene.Points, "before flyctl deploy --app") + 1;
            switched.ShouldBePositive();
            return _known[version] = (scene.Points.Length, switched);
        }
    }

    private sealed class Scene : IAsyncDisposable
    {
        public const string Next = "1.2.0";

        private readonly TemporaryFolder _folder = TemporaryFolder.Create();
        private DeploymentSample _sample = null!;
        private SampleSite _site = null!;
        private FakeFlyctl _fly = null!;

        public DeliveryTarget Target => _sample.Target;

        public string Live => new[] { "1.0.0", Fine, Broken, Next }.Single(version => Of(version).Artifact.Digest.ToString() == _fly.Live);

        public string[] Points => File.ReadAllLines(PathOf("points"));

        private static Release Of(string version) => Sample.Release(version, version);

        public static async Task<Scene> CreateAsync(Databases databases)
        {
            var scene = new Scene();
            // The site says which release is live, as flyctl's machines would.
            scene._site = await SampleSite.StartAsync(app => app.MapGet("/version", () => Results.Json(new { version = scene.Live.Replace("-broken", "") })));
            scene._fly = new FakeFlyctl(scene._folder, scene._site.Url);
            Directory.CreateDirectory(scene.PathOf("migrations"));
            File.WriteAllText(scene.PathOf("migrations/0001_jobs.sql"), "create table jobs (id int primary key);\n");
            File.WriteAllText(scene.PathOf("migrations/0001_jobs.undo.sql"), "drop table jobs;\n");
            scene._sample = new DeploymentSample(scene._folder.Path, await databases.Cluster.CreateDatabaseAsync("k" + Guid.NewGuid().ToString("N"), TestContext.Current.CancellationToken));
            scene._fly.Serve(Of("1.0.0"));
            await scene.Target.Ledger.AppendAsync(Sample.Record(Of("1.0.0")), TestContext.Current.CancellationToken);
            return scene;
        }

        /// <summary>Deploys in a process that dies at a point.</summary>
        /// <returns>Its exit code.</returns>
        public async Task<int> DieAsync(string version, int point)
        {
            File.WriteAllText(PathOf("kill"), $"{point}");
            File.WriteAllText(PathOf("points"), "");
            Of(version).Save(PathOf("release.json"));
            var result = await new Command(Path.Combine(AppContext.BaseDirectory, "SampleDeployment"), _folder.Path, PathOf("release.json")).With(new Dictionary<string, string?>
            {
                ["DATABASE_URL"] = Target.Database.ToUrlWithPassword(),
                ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../..")),
            }).RunAsync(TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine($"point {point}: {Points[^1]}\n{result.Output}{result.Error}");
            return result.ExitCode;
        }

        public async Task<(List<string> Said, DeploymentRecord Record)> NextAsync()
        {
            File.Move(PathOf("points"), PathOf("reached"));
            var said = new List<string>();
            return (said, await DeployAsync(Next, said));
        }

        public async ValueTask DisposeAsync()
        {
            await _site.DisposeAsync();
            _folder.Dispose();
        }

        private Task<DeploymentRecord> DeployAsync(string version, List<string> said) =>
            _sample.Deployment(Target.Store, said.Add).RunAsync(new DeploymentRequest { Release = Of(version) }, TestContext.Current.CancellationToken);

        private string PathOf(string name) => Path.Combine(_folder.Path, name);
    }
}
