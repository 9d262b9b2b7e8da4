namespace Nuke.Common.Tooling;

/// <summary>Executes one program.</summary>
internal sealed class ToolExecutor(string toolPath)
{
    public IReadOnlyCollection<Output> Execute(
        ArgumentStringHandler arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environmentVariables,
        int? timeout,
        bool? logOutput,
        bool? logInvocation,
        Action<OutputType, string> logger,
        Action<IProcess> exitHandler)
    {
        using var process = ProcessTasks.StartProcess(
            toolPath, arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger);
        if (exitHandler is null)
        {
            process.AssertZeroExitCode();
        }
        else
        {
            process.AssertWaitForExit();
            exitHandler(process);
        }

        return process.Output;
    }
}
