namespace JobSwipe.Migrations;

/// <summary>What a script does to the release that runs while it is applied (parallel change).</summary>
public enum Phase
{
    /// <summary>The release before works on: something is added or made stricter in a way it keeps to.</summary>
    Expand,

    /// <summary>Something that only older releases need is taken away.</summary>
    Contract,
}
