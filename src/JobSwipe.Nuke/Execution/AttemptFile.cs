namespace Nuke.Common.Execution;

/// <summary>Remembers which targets succeeded, so that <c>--continue</c> can leave them out.</summary>
internal sealed class AttemptFile
{
    private readonly Lock _lock = new();
    private readonly string _file;

    public AttemptFile(string file, BuildOptions options, bool isContinued)
    {
        _file = file;
        var invocation = string.Join(" ", options.Targets() ?? ["(default)"]);
        if (isContinued && File.Exists(file) && File.ReadAllLines(file) is [var first, .. var succeeded])
        {
            if (first == invocation)
                Succeeded = [.. succeeded];
            else
                Printing.Report.Warning($"The previous attempt was for other targets ({first}), so nothing is left out");
        }

        TryWrite(() => File.WriteAllLines(file, Succeeded.Prepend(invocation)));
    }

    public HashSet<string> Succeeded { get; } = [];

    public void Add(string target)
    {
        lock (_lock)
            TryWrite(() => File.AppendAllLines(_file, [target]));
    }

    // Two builds at once may both want the file; it only saves time.
    private static void TryWrite(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
        }
    }
}
