using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

public partial class DockerTasks
{
    /// <summary>Uploads an image.</summary>
    public static IReadOnlyCollection<Output> DockerPush(DockerPushSettings options = null) => Execute(DockerPath, options ?? new DockerPushSettings());

    /// <inheritdoc cref="DockerPush(DockerPushSettings)"/>
    public static IReadOnlyCollection<Output> DockerPush(Configure<DockerPushSettings> configurator) => DockerPush(configurator(new DockerPushSettings()));

    /// <summary>Runs <c>docker push</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DockerPushSettings Settings, IReadOnlyCollection<Output> Output)> DockerPush(
        CombinatorialConfigure<DockerPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DockerPush(x), degreeOfParallelism, completeOnFailure);
}
