using System;
using JobSwipe.Releases;
using JobSwipe.Releases.Images;
using JobSwipe.Security;
using JobSwipe.Security.Gate;
using JobSwipe.Security.Scanners;
using Nuke.Common;
using Nuke.Common.IO;

namespace Components;

interface IScan : IBuildImage, IHasTools
{
    [Parameter("Make what cannot be run here an error, in place of a warning")]
    bool Strict => TryGetValue<bool?>(() => Strict) ?? false;

    SecurityPolicy Policy() => SecurityPolicy.Load(RootDirectory / ".nuke" / "security-policy.json");

    AbsolutePath ScansDirectory => ArtifactsDirectory / "scans";

    Target Trivy => _ => _
        .Description("Scan the built image for vulnerabilities and secrets")
        .DependsOn<IBuildImage>(x => x.DockerBuild)
        .Consumes<IBuildImage>(x => x.DockerBuild)
        .Executes(async () =>
        {
            var artifact = Release.Load(ReleaseFile).Artifact;
            if (artifact.Kind == ArtifactKind.Image) await ScanResults.RunAsync(this, new TrivyImage(new LocalRegistry(RegistryDirectory).PathOf(artifact.Digest)) { DatabaseAge = TimeSpan.FromHours(Policy().DatabaseHours) });
            else ScanResults.Report(this, ScanResult.NotRun("trivy", "no image was built"));
        });

    Target GitleaksScan => _ => _
        .Description("Scan the git history for secrets")
        .Executes(() => ScanResults.RunAsync(this, new GitleaksHistory(RootDirectory)));
}
