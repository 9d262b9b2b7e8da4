using JobSwipe.Releases.Canary;
using JobSwipe.Releases.Smoke;

namespace JobSwipe.Releases.Tests.Canary;

public sealed class CanaryAnalysisTests
{
    // By hand: 18 of the 20 pairs are in favour of the first sample.
    [Fact]
    public void Mann_Whitney_gives_the_known_value() =>
        MannWhitney.PValue([1.1, 2.2, 3.3, 4.4, 5.5], [0.9, 1.0, 1.5, 2.0]).ShouldBe(Expected(u: 18, n: 5, m: 4), 1e-6);

    [Fact]
    public void Mann_Whitney_sees_no_difference_where_all_is_equal() => MannWhitney.PValue([5, 5, 5], [5, 5, 5]).ShouldBe(1);

    // The lady tasting tea: 3 of 4 right by chance is 17/70.
    [Fact]
    public void Fisher_gives_the_known_value() => FisherExact.PValue(3, 4, 1, 4).ShouldBe(17 / 70.0, 1e-9);

    [Fact]
    public void A_candidate_that_is_no_worse_is_refused_no_more_often_than_promised()
    {
        var random = new Random(7);
        var refused = Enumerable.Range(0, 2000).Count(_ => CanaryAnalysis.Judge(Samples(random, 100, 0.01), Samples(random, 100, 0.01)).IsWorse);

        // Binomial(2000, 0.001): more than 9 would come by chance once in 20,000 runs, and the seed is fixed.
        refused.ShouldBeLessThanOrEqualTo(9);
    }

    [Theory]
    [InlineData(1.0, 0.15)]
    [InlineData(2.0, 0.01)]
    public void A_candidate_that_fails_or_crawls_is_refused(double slower, double errors)
    {
        var random = new Random(7);

        Enumerable.Range(0, 50).Count(_ => CanaryAnalysis.Judge(Samples(random, 200, errors, slower), Samples(random, 200, 0.01)).IsWorse).ShouldBeGreaterThan(45);
    }

    [Fact]
    public void A_slowdown_within_the_tolerance_is_no_reason()
    {
        var random = new Random(7);

        Enumerable.Range(0, 200).Count(_ => CanaryAnalysis.Judge(Samples(random, 200, 0, 1.1), Samples(random, 200, 0)).IsWorse).ShouldBe(0);
    }

    private static double Expected(double u, double n, double m)
    {
        var z = (u - n * m / 2 - 0.5) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return Normal.Above(z);
    }

    // Log-normal, as latencies are.
    private static ProbeSample[] Samples(Random random, int count, double errors, double slower = 1) => [.. Enumerable.Range(0, count).Select(_ =>
        new ProbeSample(slower * Math.Exp(3 + 0.4 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())), random.NextDouble() < errors))];
}
