using JobSwipe.Releases.Smoke;

namespace JobSwipe.Releases.Canary;

/// <summary>
/// Compares a new release with the one that it replaced: latencies by the Mann–Whitney U test, errors by Fisher's exact test. Each is held to half of
/// <see cref="FalseAlarmRate"/>, so a candidate that is no worse is refused at most that often (Bonferroni).
/// </summary>
public static class CanaryAnalysis
{
    /// <summary>How often a candidate that is no worse is refused: once in a thousand.</summary>
    public const double FalseAlarmRate = 0.001;

    /// <summary>A slowdown below this is not worth a refusal, however certain it is.</summary>
    public const double Tolerance = 1.2;

    /// <summary>Judges.</summary>
    /// <param name="candidate">Requests to the candidate.</param>
    /// <param name="live">Requests to what served before, at the same rate.</param>
    public static CanaryVerdict Judge(IReadOnlyList<ProbeSample> candidate, IReadOnlyList<ProbeSample> live)
    {
        var (failed, liveFailed) = (candidate.Count(sample => sample.Failed), live.Count(sample => sample.Failed));
        var errors = FisherExact.PValue(failed, candidate.Count, liveFailed, live.Count);
        var (times, liveTimes) = (Times(candidate, 1), Times(live, Tolerance));
        var latency = MannWhitney.PValue(times, liveTimes);
        return new CanaryVerdict(errors, latency, failed, candidate.Count, Median(times), Median(liveTimes) / Tolerance);
    }

    private static double[] Times(IReadOnlyList<ProbeSample> samples, double factor) =>
        [.. samples.Where(sample => !sample.Failed).Select(sample => sample.Milliseconds * factor)];

    private static double Median(double[] values) => values.Length == 0 ? double.NaN : values.Order().ElementAt(values.Length / 2);
}

/// <summary>What the comparison found.</summary>
/// <param name="ErrorP">The probability of so many more errors by chance.</param>
/// <param name="LatencyP">The probability of being so much slower, beyond the tolerance, by chance.</param>
/// <param name="Failed">The candidate's failures.</param>
/// <param name="Requests">The requests sent to it.</param>
/// <param name="Milliseconds">The candidate's median latency.</param>
/// <param name="LiveMilliseconds">The median latency of what serves.</param>
public sealed record CanaryVerdict(double ErrorP, double LatencyP, int Failed, int Requests, double Milliseconds, double LiveMilliseconds)
{
    /// <summary>Whether the candidate is certainly worse.</summary>
    public bool IsWorse => Math.Min(ErrorP, LatencyP) < CanaryAnalysis.FalseAlarmRate / 2;

    /// <summary>For people.</summary>
    public override string ToString() =>
        $"{Failed} of {Requests} requests failed (p = {ErrorP:0.####}), median {Milliseconds:0.0} ms beside {LiveMilliseconds:0.0} ms (p = {LatencyP:0.####})";
}
