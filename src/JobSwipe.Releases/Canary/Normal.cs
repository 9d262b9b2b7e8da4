namespace JobSwipe.Releases.Canary;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The probability of a value above <paramref name="z"/> (Abramowitz and Stegun, 26.2.17; error below 7.5e-8).</summary>
    public static double Above(double z)
    {
        if (z < 0) return 1 - Above(-z);
        var t = 1 / (1 + 0.2316419 * z);
        var polynomial = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
    }
}
