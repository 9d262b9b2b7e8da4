using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

public partial class DockerTasks
{
    /// <summary>Builds an image.</summary>
    public static IReadOnlyCollection<Output> DockerBuild(DockerBuildSettings options = null) => Execute(DockerPath, options ?? new DockerBuildSettings());

    /// <inheritdoc cref="DockerBuild(DockerBuildSettings)"/>
    public static IReadOnlyCollection<Output> DockerBuild(Configure<DockerBuildSettings> configurator) => DockerBuild(configurator(new DockerBuildSettings()));

    /// <summary>Runs <c>docker build</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DockerBuildSettings Settings, IReadOnlyCollection<Output> Output)> DockerBuild(
        CombinatorialConfigure<DockerBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DockerBuild(x), degreeOfParallelism, completeOnFailure);
}
