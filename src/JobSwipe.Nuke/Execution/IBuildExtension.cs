namespace Nuke.Common.Execution;

/// <summary>Takes part in the course of a build.</summary>
public interface IBuildExtension
{
    /// <summary>Higher ones come first.</summary>
    float Priority { get; }
}
