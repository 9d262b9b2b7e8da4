using Components;
using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;

class Build : NukeBuild,
    IHazSolution, IRestore, ICompile,
    IRunTests, IBuildImage, IScan, IBuildMobile,
    IMigrate, IDeploy, ISmokeTest, IBackUp, IRehearse
{
    [Solution] readonly Solution Solution;

    Solution IHazSolution.Solution => Solution;

    public static int Main() => Execute<Build>(x => ((IRehearse)x).Rehearse);

    protected override void OnBuildFinished() => LocalSession.Stop();
}
