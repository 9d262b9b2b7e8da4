using Nuke.Common;
using Serilog;

/// <summary>A target with parameters of several types.</summary>
internal interface IDeliver : INukeBuild
{
    [Parameter("Where to")]
    Place? Place => TryGetValue<Place?>(() => Place);

    [Parameter("How many")]
    int? Count => TryGetValue<int?>(() => Count);

    [Parameter("Names", Separator = "+")]
    string[] Names => TryGetValue(() => Names);

    [Parameter("Says no to nothing")]
    bool Strict => TryGetValue<bool?>(() => Strict) ?? false;

    Target Show => _ => _
        .Executes(() => Log.Information("{Place} {Count} {Names} {Strict}", Place?.ToString(), Count, string.Join("|", Names ?? []), Strict));

    Target Deliver => _ => _
        .Requires(() => Place)
        .Requires(() => Count)
        .Executes(() => Log.Information("delivered"));
}

/// <summary>Where to deliver.</summary>
internal enum Place
{
    Staging,
    Production
}
