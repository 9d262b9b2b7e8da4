using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests;

/// <summary>A stand-in for gh that answers as its manual says: JSON with the verified statements, or an error and 1.</summary>
public sealed class AttestationTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("attestation");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Asks_for_the_word_of_one_workflow() =>
        new Attestation("jobswipe/delivery", ".github/workflows/deliver.yml").Arguments("release.json").ShouldBe(
            ["attestation", "verify", "release.json", "--repo", "jobswipe/delivery", "--signer-workflow", "jobswipe/delivery/.github/workflows/deliver.yml", "--format", "json"]);

    [Fact]
    public async Task Takes_a_release_that_is_attested()
    {
        var found = await Answering("""
            sum=$(sha256sum "$3" | cut -d ' ' -f 1)
            printf '[{"attestation":{},"verificationResult":{"statement":{"subject":[{"name":"release.json","digest":{"sha256":"%s"}}]}}}]' "$sum"
            """).RequireAsync(Sample.Release(), TestContext.Current.CancellationToken);

        found.ShouldBe("by .github/workflows/deliver.yml of jobswipe/delivery");
    }

    [Theory]
    [InlineData("echo 'Error: no attestations found for subject' >&2; exit 1", "no attestations found")]
    [InlineData("exit 4", "gh ended with 4")]
    // Known from versions before the advisory GO-2025-3467.
    [InlineData("exit 0", "no attestation speaks of it")]
    [InlineData("echo '[]'", "no attestation speaks of it")]
    [InlineData("""echo '[{"verificationResult":{"statement":{"subject":[{"name":"release.json","digest":{"sha256":"00"}}]}}}]'""", "no attestation speaks of it")]
    public async Task Refuses_every_other_answer(string script, string why)
    {
        var error = await Should.ThrowAsync<NotAttested>(() => Answering(script).RequireAsync(Sample.Release(), TestContext.Current.CancellationToken));

        error.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Says_that_gh_is_missing()
    {
        var attestation = new Attestation("jobswipe/delivery", "deliver.yml") { Program = Path.Combine(_folder.Path, "none") };

        await Should.ThrowAsync<ToolMissing>(() => attestation.RequireAsync(Sample.Release(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_release_is_written_as_it_was_read()
    {
        var file = Path.Combine(_folder.Path, "release.json");
        (Sample.Release() with { Evidence = [new Evidence(EvidenceKind.Sbom, "sbom.json", Digest.Of("a"u8), "3 components")], Provenance = new Provenance("run", null, "buildah", "base", DateTimeOffset.UtcNow) }).Save(file);
        var built = File.ReadAllBytes(file);

        Release.Load(file).Save(file);

        // Otherwise its attestation would speak of another file.
        File.ReadAllBytes(file).ShouldBe(built);
    }

    private Attestation Answering(string script)
    {
        var program = Path.Combine(_folder.Path, "gh");
        File.WriteAllText(program, "#!/bin/bash\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new Attestation("jobswipe/delivery", ".github/workflows/deliver.yml") { Program = program };
    }
}
