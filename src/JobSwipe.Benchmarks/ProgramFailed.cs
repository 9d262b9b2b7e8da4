namespace JobSwipe.Benchmarks;

/// <summary>A program to be measured did not succeed.</summary>
public sealed class ProgramFailed(string program, int exitCode, string output) : Exception($"'{program}' exited with {exitCode}:{Environment.NewLine}{output}");
