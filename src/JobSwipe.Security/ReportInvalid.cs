using JobSwipe.Tools;

namespace JobSwipe.Security;

/// <summary>A scanner's report cannot be read, so nothing is known about the release.</summary>
public sealed class ReportInvalid(string tool, string why) : DeliveryError(
    $"{tool}'s report cannot be used: {why}.", $"Run {tool} by hand with the arguments in the log, and look at its version.");
