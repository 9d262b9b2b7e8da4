namespace JobSwipe.Tools.Processes;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">The exit code; 128 + the signal's number for a killed process, as shells say.</param>
/// <param name="Output">Standard output, whole.</param>
/// <param name="Error">Standard error, its last 64 KiB.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);
