namespace JobSwipe.Benchmarks;

/// <summary>Something is slower or bigger than was promised.</summary>
public sealed class LimitMissed(IReadOnlyList<Measurement> missed) : Exception(
    string.Join(Environment.NewLine, missed.Select(item => $"{item.Name}: {item.Ratio:0.00} times its peer, at most {item.Limit:0.00} was promised")));
