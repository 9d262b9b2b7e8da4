using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>The build leaves files behind.</summary>
public interface IHazArtifacts : INukeBuild
{
    /// <summary>Where they lie.</summary>
    AbsolutePath ArtifactsDirectory => RootDirectory / "output";
}
