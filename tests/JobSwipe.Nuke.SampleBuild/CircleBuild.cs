using Nuke.Common;

/// <summary>Targets that need each other.</summary>
internal sealed class CircleBuild : NukeBuild
{
    private Target Chicken => _ => _.DependsOn(Egg);

    private Target Egg => _ => _.DependsOn(Hen);

    private Target Hen => _ => _.DependsOn(Chicken);
}
