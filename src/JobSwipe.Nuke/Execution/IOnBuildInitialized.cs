namespace Nuke.Common.Execution;

/// <summary>Is told when the plan was made, before anything runs.</summary>
public interface IOnBuildInitialized : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan);
}
