namespace Nuke.Common.Execution;

/// <summary>An attribute on the build that takes part in its course, by implementing <see cref="IOnBuildCreated"/> and the like.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    /// <summary>The build.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>Higher ones come first.</summary>
    public virtual float Priority { get; set; }
}
