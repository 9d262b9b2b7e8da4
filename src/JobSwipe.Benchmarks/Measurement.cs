namespace JobSwipe.Benchmarks;

/// <summary>A number of ours beside a peer's.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">The median of ours.</param>
/// <param name="Peer">The median of the peer, or its constant.</param>
/// <param name="Limit">What <see cref="Ratio"/> must not exceed.</param>
/// <param name="Unit">The unit of both: s, ms or MB.</param>
/// <param name="Runs">How often each was measured.</param>
public sealed record Measurement(string Name, double Ours, double Peer, double Limit, string Unit, int Runs)
{
    /// <summary>Ours divided by the peer's.</summary>
    public double Ratio => Ours / Peer;

    /// <summary>Whether the limit is kept.</summary>
    public bool IsKept => Ratio <= Limit;
}
