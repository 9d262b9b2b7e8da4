using Nuke.Common;

/// <summary>Targets of which each waits for the other.</summary>
internal interface IMeet : INukeBuild
{
    private static readonly Barrier s_barrier = new(2);

    Target Here => _ => _.Unlisted().Executes(() => Arrive());

    Target There => _ => _.Unlisted().Executes(() => Arrive());

    Target Meet => _ => _.DependsOn(Here, There);

    private static void Arrive() => Assert.True(s_barrier.SignalAndWait(TimeSpan.FromSeconds(30)), "Nobody came");
}
