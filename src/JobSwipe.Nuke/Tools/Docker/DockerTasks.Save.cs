using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

public partial class DockerTasks
{
    /// <summary>Writes images to an archive.</summary>
    public static IReadOnlyCollection<Output> DockerSave(DockerSaveSettings options = null) => Execute(DockerPath, options ?? new DockerSaveSettings());

    /// <inheritdoc cref="DockerSave(DockerSaveSettings)"/>
    public static IReadOnlyCollection<Output> DockerSave(Configure<DockerSaveSettings> configurator) => DockerSave(configurator(new DockerSaveSettings()));

    /// <summary>Runs <c>docker save</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DockerSaveSettings Settings, IReadOnlyCollection<Output> Output)> DockerSave(
        CombinatorialConfigure<DockerSaveSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DockerSave(x), degreeOfParallelism, completeOnFailure);
}
