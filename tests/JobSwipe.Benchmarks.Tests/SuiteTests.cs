using System.Text.Json;

namespace JobSwipe.Benchmarks.Tests;

public sealed class SuiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;

    private static readonly Measurement Kept = new("start", 0.12, 0.04, 4, "s", 9);
    private static readonly Measurement Missed = new("memory", 110, 100, 0.9, "MB", 9);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Writes_every_number_with_its_peer_and_limit()
    {
        var file = new Suite("engine", [Kept]).Save(_folder);

        file.ShouldBe(Path.Combine(_folder, "engine.json"));
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var item = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        item.EnumerateObject().Select(property => property.Name).ShouldBe(["name", "ours", "peer", "ratio", "limit", "unit", "runs"]);
        item.GetProperty("ratio").GetDouble().ShouldBe(3);
    }

    [Fact]
    public void Aligns_its_table_and_marks_what_is_above_its_limit()
    {
        var lines = new Suite("engine", [Kept, Missed]).Table().ToList();

        lines[1].ShouldBe("start      0.120     0.040 s    3.00   4.00");
        lines[2].ShouldBe("memory   110.000   100.000 MB   1.10   0.90  above its limit");
    }

    [Fact]
    public void Fails_when_a_ratio_is_above_its_limit()
    {
        new Suite("engine", [Kept]).RequireLimits();

        Should.Throw<LimitMissed>(() => new Suite("engine", [Kept, Missed]).RequireLimits())
            .Message.ShouldBe("memory: 1.10 times its peer, at most 0.90 was promised");
    }

    [Fact]
    public void Knows_the_names_of_its_suites() =>
        Should.Throw<UnknownSuite>(() => Suites.Run("moon", new BenchmarkSettings("/", "/", "/", _ => { }))).Message.ShouldBe("There is no suite 'moon'. Suites: engine, lint, migrations, backups, releases, security, monitoring");
}
