using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Docker, or what is called like it.</summary>
[PathTool(Executable = PathExecutable)]
public partial class DockerTasks : ToolTasks, IRequirePathTool
{
    /// <summary>Its name in PATH.</summary>
    public const string PathExecutable = "docker";

    private static string s_path;

    /// <summary>The program: what <c>DOCKER_EXE</c> names, else the one in PATH.</summary>
    public static string DockerPath
    {
        get => s_path ??= ToolPathResolver.TryGetEnvironmentExecutable("DOCKER_EXE") ?? ToolPathResolver.GetPathExecutable(PathExecutable);
        set => s_path = value;
    }

    /// <summary>Runs Docker with any arguments.</summary>
    public static IReadOnlyCollection<Output> Docker(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        ToolResolver.GetTool(DockerPath)(
            arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            exitHandler is null ? null : x => exitHandler(x));
}
