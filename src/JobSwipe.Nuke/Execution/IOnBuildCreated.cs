namespace Nuke.Common.Execution;

/// <summary>Is told when the build was created and its parameters were read.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}
