using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Makes packages.</summary>
public interface IPack : ICompile, IHazArtifacts
{
    /// <summary>Where the packages lie.</summary>
    AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    /// <summary>Makes the packages of the solution.</summary>
    Target Pack => _ => _
        .Description("Makes packages")
        .DependsOn(Compile)
        .Produces(PackagesDirectory / "*.nupkg")
        .Executes(() =>
        {
            DotNetPack(_ => _.Apply(PackSettingsBase).Apply(PackSettings));
            ReportSummary(_ => new Dictionary<string, string> { ["Packages"] = PackagesDirectory.GlobFiles("*.nupkg").Count.ToString() });
        });

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetPackSettings> PackSettingsBase => _ => _
        .SetProject(Solution)
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .SetOutputDirectory(PackagesDirectory)
        .WhenNotNull((this as IHazGitRepository)?.GitRepository?.HttpsUrl, (x, url) => x.SetRepositoryUrl(url));

    /// <summary>What the build adds.</summary>
    Configure<DotNetPackSettings> PackSettings => _ => _;
}
