namespace Nuke.Common.Execution;

/// <summary>A person's terminal.</summary>
public class Terminal : Host
{
    /// <summary>Whether the build runs in one.</summary>
    public static bool IsRunningTerminal => NukeBuild.Host is Terminal;
}
