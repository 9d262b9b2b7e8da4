namespace JobSwipe.Benchmarks;

/// <summary>Measures programs in turn, so that a busy moment of the machine slows all of them.</summary>
public static class Stopwatches
{
    /// <summary>Runs each program so many times, after one run that does not count.</summary>
    public static IReadOnlyList<IReadOnlyList<Run>> InTurn(int runs, params IReadOnlyList<Program> programs)
    {
        foreach (var program in programs) program.Measure();
        var measured = programs.Select(_ => new List<Run>()).ToList();
        for (var i = 0; i < runs; i++)
            for (var j = 0; j < programs.Count; j++)
                measured[j].Add(programs[j].Measure());
        return measured;
    }

    /// <summary>The middle one; of an even number, the mean of the two in the middle.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
