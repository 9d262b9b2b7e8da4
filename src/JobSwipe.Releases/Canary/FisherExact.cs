namespace JobSwipe.Releases.Canary;

/// <summary>Fisher's exact test, one-sided: whether one group fails more often than another. Exact also when hardly anything fails.</summary>
public static class FisherExact
{
    /// <summary>The probability of at least so many failures in the first group by chance, when both fail equally often.</summary>
    /// <param name="failed">Failures in the first group.</param>
    /// <param name="of">Its size.</param>
    /// <param name="otherFailed">Failures in the other.</param>
    /// <param name="otherOf">Its size.</param>
    public static double PValue(int failed, int of, int otherFailed, int otherOf)
    {
        var (all, failures) = (of + otherOf, failed + otherFailed);
        var sum = 0.0;
        for (var count = failed; count <= Math.Min(of, failures); count++)
            sum += Math.Exp(LogChoose(failures, count) + LogChoose(all - failures, of - count) - LogChoose(all, of));
        return Math.Min(1, sum);
    }

    private static double LogChoose(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    private static double LogFactorial(int n)
    {
        var sum = 0.0;
        for (var factor = 2; factor <= n; factor++) sum += Math.Log(factor);
        return sum;
    }
}
