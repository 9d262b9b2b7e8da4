using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>The build leaves reports behind.</summary>
public interface IHazReports : IHazArtifacts
{
    /// <summary>Where they lie.</summary>
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}
