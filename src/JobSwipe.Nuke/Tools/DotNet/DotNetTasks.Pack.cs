using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet pack</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings options = null) => Execute(DotNetPath, options ?? new DotNetPackSettings());

    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) => DotNetPack(configurator(new DotNetPackSettings()));

    /// <summary>Runs <c>dotnet pack</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(
        CombinatorialConfigure<DotNetPackSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetPack(x), degreeOfParallelism, completeOnFailure);
}
