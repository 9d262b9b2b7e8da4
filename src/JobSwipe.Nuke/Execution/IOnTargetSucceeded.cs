namespace Nuke.Common.Execution;

/// <summary>Is told when a target succeeded.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnTargetSucceeded(ExecutableTarget target);
}
