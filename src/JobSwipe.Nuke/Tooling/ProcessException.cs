namespace Nuke.Common.Tooling;

/// <summary>A process ended with another exit code than it should.</summary>
public class ProcessException : Exception
{
    /// <summary>Describes the process.</summary>
    public ProcessException(IProcess process)
        : base(Describe(process)) =>
        ExitCode = process.ExitCode;

    /// <summary>The exit code.</summary>
    public int ExitCode { get; }

    private static string Describe(IProcess process)
    {
        var message = $"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.";
        var errors = process.Output.Where(x => x.Type == OutputType.Err && x.Text.Length > 0).Select(x => x.Text).TakeLast(10).ToList();
        return errors.Count == 0 ? message : $"{message}\n{string.Join("\n", errors)}";
    }
}
