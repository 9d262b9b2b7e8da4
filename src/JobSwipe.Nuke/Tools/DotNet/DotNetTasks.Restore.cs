using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet restore</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings options = null) => Execute(DotNetPath, options ?? new DotNetRestoreSettings());

    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) => DotNetRestore(configurator(new DotNetRestoreSettings()));

    /// <summary>Runs <c>dotnet restore</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(
        CombinatorialConfigure<DotNetRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetRestore(x), degreeOfParallelism, completeOnFailure);
}
