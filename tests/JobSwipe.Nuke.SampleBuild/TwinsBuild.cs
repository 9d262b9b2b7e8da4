using Nuke.Common;

/// <summary>Two components with the same target name, of which NUKE would silently drop one.</summary>
internal sealed class TwinsBuild : NukeBuild, ITwin, IOtherTwin;

internal interface ITwin : INukeBuild
{
    Target Twin => _ => _.Executes(() => { });
}

internal interface IOtherTwin : INukeBuild
{
    Target Twin => _ => _.Executes(() => { });
}
