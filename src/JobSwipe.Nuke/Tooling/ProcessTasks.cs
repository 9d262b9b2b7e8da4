using System.Diagnostics;
using Nuke.Common.IO;
using Nuke.Common.Printing;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes whose output belongs to the running target, and which end with an interrupted build.</summary>
public static class ProcessTasks
{
    /// <summary>Whether output is shown, if not said otherwise.</summary>
    public static bool DefaultLogOutput = true;

    /// <summary>Whether the command is shown, if not said otherwise.</summary>
    public static bool DefaultLogInvocation = true;

    /// <summary>Whether the working directory is shown with the command.</summary>
    public static bool LogWorkingDirectory = true;

    /// <summary>Where processes run, if not said otherwise; null for the working directory of the build.</summary>
    public static string DefaultWorkingDirectory;

    /// <summary>Starts a program. Wait for it with <see cref="ProcessExtensions.AssertZeroExitCode"/>.</summary>
    /// <param name="toolPath">Its path, or its name in PATH.</param>
    /// <param name="arguments">Its arguments as one line.</param>
    /// <param name="workingDirectory">Where it runs.</param>
    /// <param name="environmentVariables">Its whole environment; null for the build's.</param>
    /// <param name="timeout">After how many milliseconds it is ended.</param>
    /// <param name="logOutput">Whether its output is shown.</param>
    /// <param name="logInvocation">Whether the command is shown.</param>
    /// <param name="logger">Shows a line of output.</param>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments = default,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null)
    {
        var filter = arguments.GetFilter();
        return StartProcess(toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, filter);
    }

    /// <inheritdoc cref="StartProcess(string, ArgumentStringHandler, string, IReadOnlyDictionary{string, string}, int?, bool?, bool?, Action{OutputType, string})"/>
    /// <param name="outputFilter">Changes a line before it is shown.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null) =>
        Start(toolPath, arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter, standardInput: null);

    internal static IProcess Start(
        string toolPath,
        string arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environmentVariables,
        int? timeout,
        bool? logOutput,
        bool? logInvocation,
        Action<OutputType, string> logger,
        Func<string, string> outputFilter,
        string standardInput)
    {
        Assert.NotNullOrWhiteSpace(toolPath);
        if (!toolPath.Contains(Path.DirectorySeparatorChar) && !PathConstruction.HasPathRoot(toolPath))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        Assert.FileExists(toolPath, $"Program '{toolPath}' does not exist");
        if (toolPath.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            (toolPath, arguments) = (Tools.DotNet.DotNetTasks.DotNetPath, $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd());
        workingDirectory ??= DefaultWorkingDirectory ?? Environment.CurrentDirectory;
        Assert.DirectoryExists(workingDirectory, $"Working directory '{workingDirectory}' does not exist");

        outputFilter ??= x => x;
        if (logInvocation ?? DefaultLogInvocation)
        {
            BuildConsole.Shared?.Line(Style.Dim($"> {toolPath.DoubleQuoteIfNeeded()} {outputFilter(arguments)}".TrimEnd()));
            if (LogWorkingDirectory && workingDirectory != Environment.CurrentDirectory)
                BuildConsole.Shared?.Line(Style.Dim($"  in {workingDirectory}"));
        }

        var start = new ProcessStartInfo(toolPath, arguments ?? "")
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = standardInput != null,
            UseShellExecute = false
        };
        if (environmentVariables != null)
        {
            start.Environment.Clear();
            foreach (var (key, value) in environmentVariables)
                start.Environment[key] = value;
        }

        return ChildProcess.Start(start, timeout, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null, outputFilter, standardInput);
    }

    /// <summary>Starts a command line in the shell of the system.</summary>
    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        var (shell, argument) = OperatingSystem.IsWindows() ? ("cmd", "/c") : ("sh", "-c");
        return StartProcess(
            shell, $"{argument} {command.DoubleQuote()}", workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter);
    }

    /// <summary>Shows a line as it is; compiler errors and warnings also in the form that the host knows.</summary>
    public static void DefaultLogger(OutputType type, string output)
    {
        if (NukeBuild.Host.FilterMessage(output))
            return;
        if (NukeBuild.Host is CI.GitHubActions.GitHubActions github && SourceLocation.OfMessage(output) is var (location, isError, text))
            github.Annotate(isError ? "error" : "warning", text, location);
        else if (NukeBuild.Verbosity <= Verbosity.Normal)
            BuildConsole.Shared.Line(output);
    }
}
