using Components;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Components;

partial class Build : NukeBuild,
    IHazSolution, IRestore, ICompile,
    IRunTests, IBuildImage, IScan, ISecurity, IMobile,
    IMigrate, IProveMigrations, ILintMigrations, IInspect, IDeploy, IManageReleases, ISmokeTest, IBackUp, IKeepBackups, IArchiveWal, IRehearse, IWorkflows, IReport, IMonitor, IBenchmark
{
    AbsolutePath IHazArtifacts.ArtifactsDirectory => RootDirectory / "artifacts";

    public static int Main()
    {
        var exitCode = Execute<Build>(x => ((IRehearse)x).Rehearse);
        TestCountsLine.Print();
        return exitCode;
    }

    protected override void OnBuildFinished() => LocalSession.Stop();
}
