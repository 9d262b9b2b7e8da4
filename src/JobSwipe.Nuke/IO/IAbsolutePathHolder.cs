namespace Nuke.Common.IO;

/// <summary>Something that lies at a path.</summary>
public interface IAbsolutePathHolder
{
    /// <summary>The path.</summary>
    AbsolutePath Path { get; }
}
