using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Compiles the solution.</summary>
public interface ICompile : IRestore, IHazConfiguration
{
    /// <summary>Compiles the solution, and publishes what is asked for.</summary>
    Target Compile => _ => _
        .Description("Compiles the solution")
        .DependsOn(Restore)
        .WhenSkipped(DependencyBehavior.Skip)
        .Executes(() =>
        {
            DotNetBuild(_ => _.Apply(CompileSettingsBase).Apply(CompileSettings));
            DotNetPublish(
                _ => _
                    .Apply(PublishSettingsBase)
                    .Apply(PublishSettings)
                    .CombineWith(PublishConfigurations, (options, x) => options.SetProject(x.Project).SetFramework(x.Framework)),
                PublishDegreeOfParallelism);
        });

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetBuildSettings> CompileSettingsBase => _ => _
        .SetProjectFile(Solution)
        .SetConfiguration(Configuration)
        .SetNoRestore(SucceededTargets.Contains(Restore))
        .When(IsServerBuild, x => x.EnableContinuousIntegrationBuild())
        .WhenNotNull((this as IHazGitRepository)?.GitRepository?.HttpsUrl, (x, url) => x.SetRepositoryUrl(url));

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetPublishSettings> PublishSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .EnableNoBuild()
        .EnableNoLogo()
        .When(IsServerBuild, x => x.EnableContinuousIntegrationBuild())
        .WhenNotNull((this as IHazGitRepository)?.GitRepository?.HttpsUrl, (x, url) => x.SetRepositoryUrl(url));

    /// <summary>What the build adds.</summary>
    Configure<DotNetBuildSettings> CompileSettings => _ => _;

    /// <summary>What the build adds.</summary>
    Configure<DotNetPublishSettings> PublishSettings => _ => _;

    /// <summary>What is published after compiling.</summary>
    IEnumerable<(Project Project, string Framework)> PublishConfigurations => [];

    /// <summary>How many are published at a time.</summary>
    int PublishDegreeOfParallelism => 10;
}
