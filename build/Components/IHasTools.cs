using Nuke.Common;

namespace Components;

/// <summary>What the build may do to get the programs that it needs.</summary>
interface IHasTools : INukeBuild
{
    [Parameter("Allow the build to install missing Debian packages, as root or by passwordless sudo")]
    bool InstallTools => TryGetValue<bool?>(() => InstallTools) ?? false;
}
