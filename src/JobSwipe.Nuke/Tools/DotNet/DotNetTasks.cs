using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The .NET SDK.</summary>
[PathTool(Executable = PathExecutable)]
public partial class DotNetTasks : ToolTasks, IRequirePathTool
{
    /// <summary>Its name in PATH.</summary>
    public const string PathExecutable = "dotnet";

    private static string s_path;

    /// <summary>The program: the one that runs this build, else the one in PATH.</summary>
    public static string DotNetPath
    {
        get => s_path ??= Environment.GetEnvironmentVariable("DOTNET_EXE") ?? Running() ?? ToolPathResolver.GetPathExecutable(PathExecutable);
        set => s_path = value;
    }

    /// <summary>Runs the SDK with any arguments.</summary>
    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        ToolResolver.GetTool(DotNetPath)(
            arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            exitHandler is null ? null : x => exitHandler(x));

    private static string Running() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == PathExecutable ? path : null;
}
