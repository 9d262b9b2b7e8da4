using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class RestorePlanTests(TestPostgres databases)
{
    [Fact]
    public async Task Puts_every_key_and_index_with_the_rows_that_it_needs()
    {
        var url = await databases.NewSeededAsync();
        var bytes = await DumpAsync(url);
        var contents = DumpContents.TryRead(bytes, bytes.Length)!.Value.Contents;
        var names = contents.Entries.ToDictionary(entry => entry.Number, entry => $"{entry.Kind} {entry.Name.Name}");
        IEnumerable<string> Named(IEnumerable<int> numbers) => numbers.Select(number => names[number]);

        var plan = RestorePlan.Of(contents, [new TableName("public", "people"), new TableName("public", "measured_1")]);

        // The index by which the table is ordered comes with an ALTER TABLE, and the slow kind of index before the quick one.
        var people = plan.Own[new TableName("public", "people")];
        Named(people.Locking).ShouldBe(["CONSTRAINT people people_pkey", "INDEX people_born"], ignoreOrder: true);
        Named(people.Beside).ShouldBe(["INDEX people_profile_idx"]);
        Named(plan.Own[new TableName("public", "measured_1")].Beside).ShouldBe(["INDEX measured_1_value_idx"]);
        Named(plan.Others).ShouldContain("CONSTRAINT .*? .*?_pkey");
        Named(plan.Others).ShouldContain("INDEX measured_2_value_idx");
        Named(plan.Rest).ShouldContain("INDEX ATTACH measured_1_value_idx");
        Named(plan.Rest).ShouldContain("FK CONSTRAINT .*? .*?_person_fkey");
        Named(plan.Rest).ShouldContain("TRIGGER people touch");
        // Nothing is forgotten, and nothing is made twice.
        plan.Own.Values.SelectMany(table => table.Locking.Concat(table.Beside)).Concat(plan.Others).Concat(plan.Rest)
            .ShouldBe(contents.Entries.Where(entry => entry.Section == DumpSection.PostData).Select(entry => entry.Number), ignoreOrder: true);
    }

    [Fact]
    public async Task Makes_slow_indexes_first()
    {
        var url = await databases.NewFromAsync("create table t (a int, b jsonb, c int); create index one on t (a); create index two on t using gin (b); create index zero on t (c)");
        var bytes = await DumpAsync(url);
        var contents = DumpContents.TryRead(bytes, bytes.Length)!.Value.Contents;

        var plan = RestorePlan.Of(contents, [new TableName("public", "t")]);

        plan.Own.Values.Single().Beside.Select(number => contents.Entries.Single(entry => entry.Number == number).Name.Name).ShouldBe(["two", "one", "zero"]);
    }

    [Fact]
    public async Task Knows_when_contents_are_cut()
    {
        var bytes = await DumpAsync(await databases.NewSeededAsync());
        var length = DumpContents.TryRead(bytes, bytes.Length)!.Value.Length;

        DumpContents.TryRead(bytes, length).ShouldNotBeNull();
        DumpContents.TryRead(bytes, length - 1).ShouldBeNull();
    }

    private static async Task<byte[]> DumpAsync(DatabaseUrl url)
    {
        using var folder = TemporaryFolder.Create("plan");
        var file = Path.Combine(folder.Path, "dump");
        await PostgresTools.Find().Command("pg_dump", "--format=custom", "--compress=0", $"--file={file}").With(url.ToEnvironment()).OutputAsync(TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
    }
}
