using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet publish</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) => Execute(DotNetPath, options ?? new DotNetPublishSettings());

    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) => DotNetPublish(configurator(new DotNetPublishSettings()));

    /// <summary>Runs <c>dotnet publish</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetPublish(x), degreeOfParallelism, completeOnFailure);
}
