using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Pushes packages to a feed.</summary>
public interface IPublish : IPack, ITest
{
    /// <summary>The feed.</summary>
    [Parameter("The feed to push packages to")]
    string NuGetSource => TryGetValue(() => NuGetSource);

    /// <summary>The key for the feed.</summary>
    [Parameter("The key for the feed")]
    [Secret]
    string NuGetApiKey => TryGetValue(() => NuGetApiKey);

    /// <summary>Pushes all packages.</summary>
    Target Publish => _ => _
        .Description("Pushes packages")
        .DependsOn(Test, Pack)
        .Requires(() => NuGetSource, () => NuGetApiKey)
        .Executes(() => DotNetNuGetPush(
            _ => _
                .Apply(PushSettingsBase)
                .Apply(PushSettings)
                .CombineWith(PushPackageFiles, (options, x) => options.SetTargetPath(x))
                .Apply(PackagePushSettings),
            PushDegreeOfParallelism,
            PushCompleteOnFailure));

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetNuGetPushSettings> PushSettingsBase => _ => _
        .SetSource(NuGetSource)
        .SetApiKey(NuGetApiKey);

    /// <summary>What the build adds.</summary>
    Configure<DotNetNuGetPushSettings> PushSettings => _ => _;

    /// <summary>What the build adds for a package.</summary>
    Configure<DotNetNuGetPushSettings> PackagePushSettings => _ => _;

    /// <summary>The packages.</summary>
    IEnumerable<AbsolutePath> PushPackageFiles => PackagesDirectory.GlobFiles("*.nupkg");

    /// <summary>How many are pushed at a time.</summary>
    int PushDegreeOfParallelism => 5;

    /// <summary>Whether the rest is pushed after a failure.</summary>
    bool PushCompleteOnFailure => true;
}
