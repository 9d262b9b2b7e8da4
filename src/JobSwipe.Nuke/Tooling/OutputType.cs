namespace Nuke.Common.Tooling;

/// <summary>The stream that a process wrote to.</summary>
public enum OutputType
{
    /// <summary>Standard output.</summary>
    Std,

    /// <summary>Standard error.</summary>
    Err
}
