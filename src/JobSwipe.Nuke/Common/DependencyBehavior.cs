namespace Nuke.Common;

/// <summary>What happens to the dependencies of a skipped target.</summary>
public enum DependencyBehavior
{
    /// <summary>Dependencies that no other target needs are skipped too.</summary>
    Skip,

    /// <summary>Dependencies are executed all the same.</summary>
    Execute
}
