using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// The solution that the parameter names, else the given path, else the only <c>.sln</c> or <c>.slnx</c> in the root directory.
/// </summary>
/// <param name="relativePath">The solution as seen from the root directory.</param>
public class SolutionAttribute(string relativePath) : ParameterAttribute("Path to a solution file that is automatically loaded")
{
    /// <summary>The solution that the parameter names, else the only one in the root directory.</summary>
    public SolutionAttribute()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public override bool List { get; set; }

    /// <summary>For the projects as properties, which needs a source generator that this engine has not.</summary>
    public bool GenerateProjects { get; set; }

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) =>
        (FindFile(member) ?? throw new BadInvocationException($"No solution for '{member.Name}': give it with --solution")).ReadSolution();

    internal AbsolutePath FindFile(MemberInfo member)
    {
        if (ParameterValues.Current.GetText(member) is { } text)
            return Path.IsPathRooted(text) ? text : BuildPaths.Root / text;
        if (relativePath != null)
            return BuildPaths.Root / relativePath;
        var found = BuildPaths.Root.GetFiles("*.sln*").Where(x => x.HasExtension("sln", "slnx")).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
