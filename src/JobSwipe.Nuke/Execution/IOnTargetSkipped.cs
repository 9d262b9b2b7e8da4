namespace Nuke.Common.Execution;

/// <summary>Is told when a target was skipped.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnTargetSkipped(ExecutableTarget target);
}
