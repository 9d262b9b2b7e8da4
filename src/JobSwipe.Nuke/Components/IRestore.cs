using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Restores packages.</summary>
public interface IRestore : IHazSolution
{
    /// <summary>Restores the packages of the solution.</summary>
    Target Restore => _ => _
        .Description("Restores packages")
        .Executes(() => DotNetRestore(_ => _.Apply(RestoreSettingsBase).Apply(RestoreSettings)));

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetRestoreSettings> RestoreSettingsBase => _ => _
        .SetProjectFile(Solution)
        .SetIgnoreFailedSources(IgnoreFailedSources);

    /// <summary>What the build adds.</summary>
    Configure<DotNetRestoreSettings> RestoreSettings => _ => _;

    /// <summary>Whether feeds that do not answer are only warnings.</summary>
    [Parameter("Ignore unreachable sources during restore")]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;
}
