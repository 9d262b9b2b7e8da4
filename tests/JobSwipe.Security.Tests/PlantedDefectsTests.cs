using JobSwipe.Security.Scanners;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>Defects are planted, and stand-ins that answer as the real scanners do find them: arguments, exit codes, reports and adapters together.</summary>
public sealed class PlantedDefectsTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_secret_that_was_removed_again_is_found_in_the_history()
    {
        var repository = await RepositoryAsync();
        // In pieces, so that this file holds no key.
        var key = "AKIA" + "ZQ3DW4NNLM7PXR5T";
        await CommitAsync(repository, "deploy.sh", $"#!/bin/sh\nexport AWS_ACCESS_KEY_ID={key}\n");
        await CommitAsync(repository, "deploy.sh", "#!/bin/sh\n");

        var result = await ScanAsync(new GitleaksHistory(repository) { Program = StandIn("gitleaks") });

        result.Outcome.ShouldBe(ScanOutcome.Blocked, result.Detail);
        var finding = result.Found.ShouldHaveSingleItem();
        (finding.Kind, finding.Rule, finding.Path, finding.Line).ShouldBe((FindingKind.Secret, "aws-access-token", "deploy.sh", 2));
        Json.Write(result).ShouldNotContain(key);
    }

    [Fact]
    public async Task A_history_without_a_secret_passes_and_is_not_read_again_until_it_grows()
    {
        var repository = await RepositoryAsync();
        await CommitAsync(repository, "a.txt", "a\n");
        var scanner = new GitleaksHistory(repository) { Program = StandIn("gitleaks") };

        (await ScanAsync(scanner)).Outcome.ShouldBe(ScanOutcome.Passed);
        (await ScanAsync(scanner)).Detail.ShouldContain("nothing has changed since");
        await CommitAsync(repository, "a.txt", "b\n");

        (await ScanAsync(scanner)).Detail.ShouldNotContain("nothing has changed since");
    }

    [Fact]
    public async Task A_vulnerable_requirement_is_found_in_any_of_the_files()
    {
        var (first, second) = (Path.Combine(_folder.Path, "requirements.txt"), Path.Combine(_folder.Path, "worker.txt"));
        await File.WriteAllTextAsync(first, "fastapi==0.115.0\n", Cancellation);
        await File.WriteAllTextAsync(second, "urllib3==1.24.1  # pinned\n", Cancellation);

        var result = await ScanAsync(new PipAudit(first, second) { Program = StandIn("pip-audit") });

        var finding = result.Found.ShouldHaveSingleItem(result.Detail);
        (finding.Package, finding.Version, finding.FixedVersion).ShouldBe(("urllib3", "1.24.1", "1.24.2"));
        finding.Ids.ShouldContain("CVE-2019-11324");
    }

    [Theory]
    [InlineData("", ScanOutcome.Blocked)]
    [InlineData("root", ScanOutcome.Blocked)]
    [InlineData("10001", ScanOutcome.Passed)]
    public async Task An_image_that_runs_as_root_is_found(string user, ScanOutcome outcome) =>
        (await ScanAsync(new TrivyImage(Layout(user)) { Program = StandIn("trivy"), DatabaseAge = TimeSpan.FromHours(72) })).Outcome.ShouldBe(outcome);

    [Fact]
    public async Task The_same_image_and_database_are_scanned_once()
    {
        var layout = Layout("10001");
        var scanner = new TrivyImage(layout) { Program = StandIn("trivy") };

        var first = await ScanAsync(scanner);
        var second = await ScanAsync(scanner);

        (second.Outcome, second.At).ShouldBe((ScanOutcome.Passed, first.At));
        second.Detail.ShouldContain("not scanned again");
        (await File.ReadAllLinesAsync(Path.Combine(layout, "scans"), Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_database_that_is_due_is_no_reason_to_trust_a_former_scan() =>
        TrivyDatabase.Identity("""{ "Version": "0.69.3", "VulnerabilityDB": { "UpdatedAt": "2026-01-10T12:00:00Z", "NextUpdate": "2026-01-11T12:00:00Z" } }""", new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero)).ShouldBeNull();

    private async Task<ScanResult> ScanAsync(Scanner scanner) => (await new ScanFolder(Path.Combine(_folder.Path, "scans"), _folder.Path).RunAsync([scanner], Cancellation))[0];

    private static string StandIn(string name) => Path.Combine(AppContext.BaseDirectory, "stand-ins", name);

    private string Layout(string user)
    {
        var layout = Path.Combine(_folder.Path, "layout");
        var blobs = Directory.CreateDirectory(Path.Combine(layout, "blobs", "sha256")).FullName;
        var (manifest, config) = (new string('a', 64), new string('c', 64));
        File.WriteAllText(Path.Combine(layout, "index.json"), $$"""{"schemaVersion":2,"manifests":[{"digest":"sha256:{{manifest}}"}]}""" + "\n");
        File.WriteAllText(Path.Combine(blobs, manifest), $$"""{"schemaVersion":2,"config":{"digest":"sha256:{{config}}"},"layers":[]}""" + "\n");
        File.WriteAllText(Path.Combine(blobs, config), $$$"""{"config":{"User":"{{{user}}}"}}""" + "\n");
        return layout;
    }

    private async Task<string> RepositoryAsync()
    {
        var repository = Path.Combine(_folder.Path, "repository");
        await GitAsync(_folder.Path, "init", "--quiet", repository);
        return repository;
    }

    private static async Task CommitAsync(string repository, string file, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(repository, file), text, Cancellation);
        await GitAsync(repository, "add", "--all");
        await GitAsync(repository, "-c", "user.name=somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "a change");
    }

    private static Task GitAsync(string folder, params string[] arguments) => new Command("git", arguments) { WorkingDirectory = folder }.OutputAsync(Cancellation);
}
