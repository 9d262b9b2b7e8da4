using JobSwipe.Tools.Testing;

namespace Components;

/// <summary>The line that CI reads: the last one of a build that ran tests.</summary>
static class TestCountsLine
{
    static TestCounts? Counts;

    public static void Set(TestCounts counts) => Counts = counts;

    public static void Print()
    {
        if (Counts is { } counts) Console.WriteLine(counts);
    }
}
