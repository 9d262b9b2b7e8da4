namespace Nuke.Common.Execution;

/// <summary>Is told before a target runs.</summary>
public interface IOnTargetRunning : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnTargetRunning(ExecutableTarget target);
}
