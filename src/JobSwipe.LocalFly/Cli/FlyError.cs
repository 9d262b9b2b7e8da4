namespace JobSwipe.LocalFly.Cli;

/// <summary>An error as flyctl prints it, after <c>Error:</c>.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="exitCode">1, as for nearly every error of flyctl; 126 for a deadline.</param>
internal sealed class FlyError(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
