namespace Nuke.Common.Execution;

/// <summary>Is told at the end, also after a failure or an interruption.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    /// <summary>Called then.</summary>
    void OnBuildFinished();
}
