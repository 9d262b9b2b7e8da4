namespace JobSwipe.Releases.Canary;

/// <summary>
/// The Mann–Whitney U test, one-sided, with the normal approximation, correction for ties and for continuity: whether one sample tends to be
/// larger than another. It asks for no distribution, which latencies do not have. Good from about 20 values each on.
/// </summary>
public static class MannWhitney
{
    /// <summary>The probability of seeing the first sample so much larger by chance, when both come from the same distribution.</summary>
    public static double PValue(IReadOnlyList<double> larger, IReadOnlyList<double> than)
    {
        double n = larger.Count, m = than.Count, all = n + m;
        if (n == 0 || m == 0) return 1;
        var sorted = larger.Select(value => (Value: value, IsFirst: true)).Concat(than.Select(value => (Value: value, IsFirst: false))).OrderBy(item => item.Value).ToArray();
        var (rankSum, ties) = (0.0, 0.0);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            while (end < sorted.Length && sorted[end].Value == sorted[start].Value) end++;
            // Ranks count from 1; equal values share their middle rank.
            var rank = (start + 1 + end) / 2.0;
            rankSum += rank * sorted[start..end].Count(item => item.IsFirst);
            double equal = end - start;
            ties += equal * equal * equal - equal;
            start = end;
        }
        var u = rankSum - n * (n + 1) / 2;
        var deviation = Math.Sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        return deviation == 0 ? 1 : Normal.Above((u - n * m / 2 - 0.5) / deviation);
    }
}
