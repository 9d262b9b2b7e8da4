using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

public partial class DockerTasks
{
    /// <summary>Gives an image another name.</summary>
    public static IReadOnlyCollection<Output> DockerTag(DockerTagSettings options = null) => Execute(DockerPath, options ?? new DockerTagSettings());

    /// <inheritdoc cref="DockerTag(DockerTagSettings)"/>
    public static IReadOnlyCollection<Output> DockerTag(Configure<DockerTagSettings> configurator) => DockerTag(configurator(new DockerTagSettings()));

    /// <summary>Runs <c>docker tag</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DockerTagSettings Settings, IReadOnlyCollection<Output> Output)> DockerTag(
        CombinatorialConfigure<DockerTagSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DockerTag(x), degreeOfParallelism, completeOnFailure);
}
