namespace Nuke.Common.Tooling;

/// <summary>A marker for tools whose version can be asked for.</summary>
public interface IRequireToolWithVersion
{
}
