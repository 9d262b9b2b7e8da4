namespace JobSwipe.Benchmarks;

/// <summary>What a suite needs to know.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Engine">The folder with the compiled engine.</param>
/// <param name="Work">A folder for programs that are compiled for the measurement.</param>
/// <param name="Say">Tells what is being measured.</param>
public sealed record BenchmarkSettings(string Root, string Engine, string Work, Action<string> Say)
{
    /// <summary>How often each program is measured, after one run that does not count.</summary>
    public int Runs { get; init; } = 9;
}
