namespace JobSwipe.Releases.Fly;

/// <summary>How a deployment by flyctl ended, in its own opinion.</summary>
/// <param name="ExitCode">0; 1 for any error; 126 when it was given up at its deadline.</param>
/// <param name="Message">The last line that it printed.</param>
public sealed record FlyAnswer(int ExitCode, string Message)
{
    /// <summary>For people.</summary>
    public override string ToString() => ExitCode == 0 ? "flyctl ended with 0" : $"flyctl ended with {ExitCode}: {Message}";
}
