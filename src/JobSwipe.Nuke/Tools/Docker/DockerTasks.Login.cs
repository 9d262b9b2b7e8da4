using Nuke.Common.Printing;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

public partial class DockerTasks
{
    /// <summary>Logs in to a registry; the password goes in by standard input, so that no list of processes shows it.</summary>
    public static IReadOnlyCollection<Output> DockerLogin(DockerLoginSettings options = null) => Login(options ?? new DockerLoginSettings());

    /// <inheritdoc cref="DockerLogin(DockerLoginSettings)"/>
    public static IReadOnlyCollection<Output> DockerLogin(Configure<DockerLoginSettings> configurator) => DockerLogin(configurator(new DockerLoginSettings()));

    /// <summary>Runs <c>docker login</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DockerLoginSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogin(
        CombinatorialConfigure<DockerLoginSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DockerLogin(x), degreeOfParallelism, completeOnFailure);

    private static IReadOnlyCollection<Output> Login(DockerLoginSettings options)
    {
        Masker.Shared.Add(options.Password);
        return Execute(DockerPath, options);
    }
}
