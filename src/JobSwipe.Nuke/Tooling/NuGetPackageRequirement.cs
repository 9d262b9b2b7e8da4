namespace Nuke.Common.Tooling;

/// <summary>A package that must be restored.</summary>
/// <param name="packageId">Its id.</param>
/// <param name="version">Its version; null for the one that the build's project names.</param>
public class NuGetPackageRequirement(string packageId, string version = null) : ToolRequirement
{
    /// <summary>Its id.</summary>
    public string PackageId { get; set; } = packageId;

    /// <summary>Its version; null for the one that the build's project names.</summary>
    public string Version { get; set; } = version;
}
