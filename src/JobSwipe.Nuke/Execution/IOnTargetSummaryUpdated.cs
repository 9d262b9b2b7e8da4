namespace Nuke.Common.Execution;

/// <summary>An extension that is told when a target reports something for the final table.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    /// <summary>Called after the report.</summary>
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
