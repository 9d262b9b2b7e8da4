namespace JobSwipe.Releases.Smoke;

/// <summary>One request of a probe.</summary>
/// <param name="Milliseconds">How long its answer took.</param>
/// <param name="Failed">Whether there was none, or another one than 2xx.</param>
public readonly record struct ProbeSample(double Milliseconds, bool Failed);
