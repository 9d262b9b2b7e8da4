namespace JobSwipe.Tools;

/// <summary>A failure that its reader can act on: what failed, and what to do next. Shown without a stack trace.</summary>
/// <param name="problem">One sentence that names the thing that is wrong.</param>
/// <param name="remedy">One sentence, or a command, that mends it.</param>
public class DeliveryError(string problem, string remedy, Exception? inner = null)
    : Exception($"{problem}{Environment.NewLine}  → {remedy}", inner)
{
    /// <summary>What is wrong, without the remedy.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do next.</summary>
    public string Remedy { get; } = remedy;
}
