namespace Nuke.Common.Tooling;

/// <summary>Finds programs.</summary>
public static class ToolPathResolver
{
    /// <summary>The path that the variable <c>NAME_EXE</c> gives, or null.</summary>
    public static string TryGetEnvironmentExecutable(string environmentExecutable) =>
        Environment.GetEnvironmentVariable(environmentExecutable) is { Length: > 0 } path ? path : null;

    /// <summary>The path of a program in PATH; it is an error if it is not there.</summary>
    public static string GetPathExecutable(string pathExecutable) =>
        FindInPath(pathExecutable) ?? throw new FileNotFoundException($"Program '{pathExecutable}' is not in PATH", pathExecutable);

    internal static string FindInPath(string name)
    {
        var names = OperatingSystem.IsWindows() && Path.GetExtension(name).Length == 0
            ? new[] { ".exe", ".cmd", ".bat" }.Select(x => name + x).ToArray()
            : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(x => names.Select(y => Path.Combine(x, y)))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string file)
    {
        if (!File.Exists(file))
            return false;
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Execute) != 0;
    }
}
