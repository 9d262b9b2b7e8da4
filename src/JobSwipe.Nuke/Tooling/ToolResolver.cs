namespace Nuke.Common.Tooling;

/// <summary>Makes functions of programs.</summary>
public static class ToolResolver
{
    /// <summary>The program at a path.</summary>
    public static Tool GetTool(string toolPath) => new ToolExecutor(toolPath).Execute;

    /// <summary>The program in PATH.</summary>
    public static Tool GetPathTool(string pathExecutable) => GetTool(ToolPathResolver.GetPathExecutable(pathExecutable));

    /// <summary>A program in a package that the build's project restored.</summary>
    public static Tool GetNuGetTool(string packageId, string packageExecutable, string version = null, string framework = null) =>
        GetTool(NuGetToolPathResolver.GetPackageExecutable(packageId, packageExecutable, version, framework));

    /// <summary>The program that a variable names, or null.</summary>
    public static Tool TryGetEnvironmentTool(string environmentExecutable) =>
        ToolPathResolver.TryGetEnvironmentExecutable(environmentExecutable) is { } path ? GetTool(path) : null;

    /// <summary>The program that the variable <c>NAME_EXE</c> names, else the one in PATH.</summary>
    public static Tool GetEnvironmentOrPathTool(string name) =>
        TryGetEnvironmentTool(name.TrimStart('.').Replace('-', '_').Replace('.', '_').ToUpperInvariant() + "_EXE") ?? GetPathTool(name);
}
