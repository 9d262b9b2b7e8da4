using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet build</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings options = null) => Execute(DotNetPath, options ?? new DotNetBuildSettings());

    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) => DotNetBuild(configurator(new DotNetBuildSettings()));

    /// <summary>Runs <c>dotnet build</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetBuild(x), degreeOfParallelism, completeOnFailure);
}
