using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet test</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings options = null) => Execute(DotNetPath, options ?? new DotNetTestSettings());

    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) => DotNetTest(configurator(new DotNetTestSettings()));

    /// <summary>Runs <c>dotnet test</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetTest(x), degreeOfParallelism, completeOnFailure);
}
