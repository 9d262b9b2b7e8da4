using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    /// <summary>The solution in the file.</summary>
    public static Solution ReadSolution(this AbsolutePath path) => SolutionReader.Read(path);
}
