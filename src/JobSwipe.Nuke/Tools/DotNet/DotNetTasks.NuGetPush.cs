using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet nuget push</c>.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(DotNetNuGetPushSettings options = null) => Execute(DotNetPath, options ?? new DotNetNuGetPushSettings());

    /// <inheritdoc cref="DotNetNuGetPush(DotNetNuGetPushSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(Configure<DotNetNuGetPushSettings> configurator) => DotNetNuGetPush(configurator(new DotNetNuGetPushSettings()));

    /// <summary>Runs <c>dotnet nuget push</c> for every combination, some at a time.</summary>
    public static IEnumerable<(DotNetNuGetPushSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetPush(
        CombinatorialConfigure<DotNetNuGetPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(x => DotNetNuGetPush(x), degreeOfParallelism, completeOnFailure);
}
