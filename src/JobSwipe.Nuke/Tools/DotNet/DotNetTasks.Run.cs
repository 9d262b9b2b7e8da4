using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet run</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings options = null) => Execute(DotNetPath, options ?? new DotNetRunSettings());

    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) => DotNetRun(configurator(new DotNetRunSettings()));

    /// <summary>Runs <c>dotnet run</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(
        CombinatorialConfigure<DotNetRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetRun(x), degreeOfParallelism, completeOnFailure);
}
