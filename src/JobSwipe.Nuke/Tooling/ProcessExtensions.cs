namespace Nuke.Common.Tooling;

/// <summary>Waits for processes and reads what they wrote.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits for the process; it is an error if its time runs out.</summary>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process.WaitForExit(), $"Process '{Path.GetFileName(process.FileName)}' took too long and was ended");
        return process;
    }

    /// <summary>Waits for the process; it is an error if its exit code is not 0.</summary>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <summary>The lines; it is an error if one came from standard error.</summary>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        Assert.True(output.All(x => x.Type == OutputType.Std), "Expected nothing on standard error");
        return output;
    }

    /// <summary>The lines from standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        string.Join(Environment.NewLine, output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));

    /// <summary>The lines from standard output as an object.</summary>
    public static T StdToJson<T>(this IEnumerable<Output> output) => System.Text.Json.JsonSerializer.Deserialize<T>(output.StdToText());
}
