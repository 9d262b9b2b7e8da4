using System;
using System.IO;
using System.Runtime.InteropServices;
using JobSwipe.Releases;
using JobSwipe.Releases.Images;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Components;

interface IBuildImage : IHasApplication, IHasTools
{
    AbsolutePath PublishDirectory => ArtifactsDirectory / "image" / "publish";

    Target CompileApplication => _ => _
        .Description("Compile and publish the application, self-contained")
        .OnlyWhenStatic(() => LoadApplication().Project != null)
        .Executes(() =>
        {
            var project = LoadApplication().Project;
            var stamp = new PublishStamp(project, PublishDirectory, RootDirectory);
            if (stamp.IsCurrent)
            {
                Log.Information("Unchanged since it was published");
                return;
            }
            stamp.Clear();
            DotNetPublish(_ => _
                .SetProject(project)
                .SetConfiguration("Release")
                .SetRuntime(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64")
                .EnableSelfContained()
                .SetOutput(PublishDirectory)
                .SetVerbosity(DotNetVerbosity.quiet)
                .EnableNoLogo());
            stamp.Set();
        });

    Target DockerBuild => _ => _
        .Description("Build the image once, named by digest, and write release.json")
        .DependsOn<IBuildImage>(x => x.CompileApplication)
        .Produces(ReleaseFile, RegistryDirectory / "**")
        .Executes(async () =>
        {
            if (InstallTools && Environment.IsPrivilegedProcess)
                await Installer.EnsureAsync([ExternalTool.Buildah, ExternalTool.Debootstrap], InstallTools, Log.Information, Interruption.Token);
            var application = LoadApplication();
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
            };
            release.Save(ReleaseFile);
            Say(release);
        });

    private void Say(Release release) =>
        ReportSummary(_ => { _["Version"] = release.Version; _["Digest"] = release.Artifact.Digest.Prefix; _["Size"] = $"{release.Artifact.Bytes / 1e6:0} MB"; return _; });
}
