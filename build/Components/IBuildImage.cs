using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using JobSwipe.Releases;
using JobSwipe.Releases.Images;
using JobSwipe.Releases.Testing;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Components;

interface IBuildImage : IHasEnvironment
{
    [Parameter("Where DockerPush sends the image, as registry/name; default is Fly's registry")]
    string PushTo => TryGetValue(() => PushTo);

    [Parameter("User of the registry that --push-to names")]
    string RegistryUser => TryGetValue(() => RegistryUser);

    [Parameter("Password or token of that user"), Secret]
    string RegistryPassword => TryGetValue(() => RegistryPassword);

    AbsolutePath PublishDirectory => ArtifactsDirectory / "image" / "publish";

    Target CompileApplication => _ => _
        .Description("Compile and publish the application, self-contained")
        .OnlyWhenStatic(() => LoadApplication().Project != null)
        .Executes(() =>
        {
            // A version that is none is refused before minutes of compiling, not after.
            if (ReleaseVersion is not null) SourceVersion.Check(ReleaseVersion.TrimStart('v'));
            var project = LoadApplication().Project;
            var published = new PublishStamp(project, PublishDirectory, RootDirectory).Publish(() => DotNetPublish(_ => _
                .SetProject(project)
                .SetConfiguration("Release")
                .SetRuntime(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64")
                .EnableSelfContained()
                .SetOutput(PublishDirectory)
                .SetVerbosity(DotNetVerbosity.quiet)
                .EnableNoLogo()), Interruption.Token);
            if (!published) Log.Information("Unchanged since it was published");
        });

    Target DockerBuild => _ => _
        .Description("Build the image once, named by digest, and write release.json")
        .DependsOn<IBuildImage>(x => x.CompileApplication)
        .DependsOn<ISecurity>(x => x.Sbom)
        .Produces(ReleaseFile, RegistryDirectory / "**")
        .Executes(async () =>
        {
            if (InstallTools && Environment.IsPrivilegedProcess)
                await Installer.EnsureAsync([ExternalTool.Buildah, ExternalTool.Debootstrap], InstallTools, Log.Information, Interruption.Token);
            var application = LoadApplication();
            var started = DateTimeOffset.UtcNow;
            var source = await SourceVersion.ReadAsync(RootDirectory, ReleaseVersion, Interruption.Token);
            var engine = await ContainerEngine.DetectAsync(Interruption.Token);
            var registry = new LocalRegistry(RegistryDirectory);
            var inputs = application.Project is null ? null : ImageInputs.Of(application, new PublishStamp(application.Project, PublishDirectory, RootDirectory).Inputs, source, engine);
            if (Release.Unchanged(ReleaseFile, inputs, registry) is { } unchanged)
            {
                Log.Information("Unchanged since it was built");
                Say(unchanged);
                return;
            }
            if (engine is null) Log.Warning("not run: no container engine; the published folder is delivered");
            var builder = new ImageBuilder(engine, registry, Log.Information);
            var artifact = await builder.BuildAsync(application, application.Project is null ? null : PublishDirectory, source, Interruption.Token);
            var release = new Release
            {
                Application = application.Name,
                Version = source.Version,
                Commit = source.Commit,
                Dirty = source.Dirty,
                Committed = source.Committed,
                Artifact = artifact,
                MigrationHead = application.MigrationHead,
                Built = DateTimeOffset.UtcNow,
                Inputs = inputs,
                Evidence = [.. EvidenceAtHand(source)],
                Provenance = new Provenance(Provenance.Here, source.Repository, artifact.Engine, artifact.Base, started),
            };
            release.Save(ReleaseFile);
            Say(release);
        });

    Target DockerPush => _ => _
        .Description("Push the image to its registry, by digest and byte for byte (--push-to registry/name; default Fly's)")
        .DependsOn<IBuildImage>(x => x.DockerBuild)
        .Executes(() => PushAsync(Release.Load(ReleaseFile)));

    /// <summary>Brings the image where machines find it; one that is there is not sent again.</summary>
    async Task PushAsync(Release release)
    {
        var to = ImageReference.Parse(PushTo ?? release.Artifact.Repository);
        var (user, password) = PushTo is null ? ("x", FlyApiToken) : (RegistryUser, RegistryPassword);
        if (PushTo is null && password is null) throw new DeliveryError("There is no token for Fly's registry.", "Give it in the variable FLY_API_TOKEN, or name another registry: --push-to ghcr.io/owner/name");
        using var registry = new RegistryClient(to.Registry, password is null ? null : new NetworkCredential(user ?? "x", password));
        var done = await ImagePush.RunAsync(release.Artifact, new LocalRegistry(RegistryDirectory), registry, to.Name, Interruption.Token);
        Log.Information("{Registry}/{Name}@{Digest}: {Done}", to.Registry, to.Name, release.Artifact.Digest, done);
        ReportSummary(_ => { _["Pushed"] = release.Artifact.Digest.Prefix; return _; });
    }

    // What this machine or this job has seen of it so far; the scanners come after the image, and their verdict is stored under its digest.
    private IEnumerable<Evidence> EvidenceAtHand(SourceVersion source)
    {
        var sbom = ArtifactsDirectory / "security" / "sbom.cdx.json";
        if (File.Exists(sbom)) yield return Evidence.Of(EvidenceKind.Sbom, ArtifactsDirectory, sbom, "CycloneDX 1.6, from lock files");
        foreach (var file in (ArtifactsDirectory / "test-results").GlobFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal).Where(file => IsOf(source, file))) yield return Evidence.Of(EvidenceKind.Tests, ArtifactsDirectory, file, "test results");
        var own = ArtifactsDirectory / "application-tests" / "pytest.xml";
        if (File.Exists(own) && IsOf(source, own)) yield return Evidence.Of(EvidenceKind.Tests, ArtifactsDirectory, own, $"pytest: {JUnitReport.Read(own).Counts}");
    }

    // Results that are older than the commit are those of another one.
    private static bool IsOf(SourceVersion source, string results) => File.GetLastWriteTimeUtc(results) >= source.Committed?.UtcDateTime;

    private void Say(Release release) =>
        ReportSummary(_ => { _["Version"] = release.Version; _["Digest"] = release.Artifact.Digest.Prefix; _["Size"] = $"{release.Artifact.Bytes / 1e6:0} MB"; return _; });
}
