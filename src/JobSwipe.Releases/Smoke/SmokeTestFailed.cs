using JobSwipe.Tools;

namespace JobSwipe.Releases.Smoke;

/// <summary>A running release does not do what it must.</summary>
public sealed class SmokeTestFailed(SmokeReport report) : DeliveryError(
    $"The smoke test of {report.Url} failed:{string.Concat(report.Failures.Select(failure => $"{Environment.NewLine}    {failure}"))}",
    "Look at the screenshots and traces under artifacts/, and at the machine's logs: flyctl logs.");
