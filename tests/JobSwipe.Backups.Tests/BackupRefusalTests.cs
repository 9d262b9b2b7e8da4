using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class BackupRefusalTests(TestPostgres databases, Keys keys) : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("backups");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("none was given")]
    [InlineData("'age1nobody' is none", "age1nobody")]
    [InlineData("'' is none", "")]
    [InlineData("a secret identity", "AGE-SECRET-KEY-1HUSH")]
    public async Task Refuses_a_missing_or_malformed_recipient_before_anything_is_begun(string why, params string[] recipients)
    {
        var error = await Should.ThrowAsync<RecipientMissing>(() => Backup.CreateAsync(Nowhere, Store, new BackupOptions { Recipients = recipients }, cancellation: Cancellation));

        error.Problem.ShouldContain(why);
        error.Remedy.ShouldContain("age-keygen");
        error.Message.ShouldNotContain("HUSH");
        Everything().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_store_that_is_not_writable_before_the_database_is_asked()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);

        var error = await Should.ThrowAsync<StoreNotWritable>(() => Backup.CreateAsync(Nowhere, ObjectStores.Open(Path.Combine(file, "x")), keys.Options, cancellation: Cancellation));

        error.Problem.ShouldContain(file);
    }

    [Fact]
    public async Task Says_that_the_database_does_not_answer_or_the_password_is_wrong()
    {
        (await Should.ThrowAsync<DatabaseUnreachable>(() => Backup.CreateAsync(Nowhere, Store, keys.Options, cancellation: Cancellation))).Problem.ShouldContain("127.0.0.1:1/jobs");
        var wrong = databases.Cluster.Url with { Password = "hush" };
        (await Should.ThrowAsync<DatabaseLoginRefused>(() => Backup.CreateAsync(wrong, Store, keys.Options, cancellation: Cancellation))).ToString().ShouldNotContain("hush");
        Everything().ShouldBeEmpty();
    }

    [Fact]
    public void Says_which_client_a_newer_server_needs() =>
        new ServerNewerThanTools(18, 15).Remedy.ShouldContain("postgresql-client-18");

    private static DatabaseUrl Nowhere => DatabaseUrl.Parse("postgresql://user:hush@127.0.0.1:1/jobs");

    private string[] Everything() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock" && !file.Contains("/failures/"))];
}
