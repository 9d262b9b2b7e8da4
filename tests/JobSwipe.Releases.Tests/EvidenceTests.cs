using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests;

public sealed class EvidenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private string Sbom => Path.Combine(_folder.Path, "security", "sbom.cdx.json");

    public EvidenceTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Sbom)!);
        File.WriteAllText(Sbom, "{}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_kept_in_release_json_by_digest()
    {
        var release = Sample.Release() with { Evidence = [Evidence.Of(EvidenceKind.Sbom, _folder.Path, Sbom, "CycloneDX")], Provenance = new Provenance("ada@laptop", null, "buildah", "debian", DateTimeOffset.UnixEpoch) };
        var file = Path.Combine(_folder.Path, "release.json");
        release.Save(file);

        var read = Release.Load(file);

        read.ShouldBe(release);
        read.Evidence.ShouldHaveSingleItem().ShouldBe(new Evidence(EvidenceKind.Sbom, "security/sbom.cdx.json", Digest.Of("{}"u8), "CycloneDX"));
        read.Evidence[0].Require(_folder.Path);
    }

    [Fact]
    public void Cannot_be_exchanged()
    {
        var evidence = Evidence.Of(EvidenceKind.Sbom, _folder.Path, Sbom, "CycloneDX");
        File.WriteAllText(Sbom, "{ }");

        Should.Throw<EvidenceChanged>(() => evidence.Require(_folder.Path)).Message.ShouldContain("is not the sbom");
        File.Delete(Sbom);
        Should.Throw<EvidenceChanged>(() => evidence.Require(_folder.Path));
    }
}
