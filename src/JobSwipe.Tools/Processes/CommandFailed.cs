namespace JobSwipe.Tools.Processes;

/// <summary>A command ended with an exit code other than 0.</summary>
public sealed class CommandFailed(Command command, CommandResult result)
    : DeliveryError($"'{command}' ended with exit code {result.ExitCode}{Said(result)}", "Mend what it says and run the target again.")
{
    /// <summary>How it ended.</summary>
    public CommandResult Result { get; } = result;

    private static string Said(CommandResult result)
    {
        var text = (result.Error.Trim() is { Length: > 0 } error ? error : result.Output.Trim()).Split('\n');
        return text is [""] ? "." : ":" + string.Concat(text.TakeLast(12).Select(line => $"{Environment.NewLine}    {line.TrimEnd()}"));
    }
}
