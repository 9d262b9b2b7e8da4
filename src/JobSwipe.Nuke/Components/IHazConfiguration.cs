using Nuke.Common;

namespace Nuke.Components;

/// <summary>The build has a configuration.</summary>
public interface IHazConfiguration : INukeBuild
{
    /// <summary>The configuration: Debug on a person's machine, Release on a build server.</summary>
    [Parameter("The configuration to build")]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
