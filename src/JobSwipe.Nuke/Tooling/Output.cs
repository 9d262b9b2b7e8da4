namespace Nuke.Common.Tooling;

/// <summary>A line that a process wrote.</summary>
public struct Output
{
    /// <summary>The stream.</summary>
    public OutputType Type;

    /// <summary>The line.</summary>
    public string Text;
}
