namespace Nuke.Common.Execution;

/// <summary>Is told when a target failed.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnTargetFailed(ExecutableTarget target);
}
