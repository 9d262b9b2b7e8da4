namespace JobSwipe.Benchmarks;

/// <summary>There is no suite of that name.</summary>
public sealed class UnknownSuite(string name, IEnumerable<string> known) : Exception($"There is no suite '{name}'. Suites: {string.Join(", ", known)}");
