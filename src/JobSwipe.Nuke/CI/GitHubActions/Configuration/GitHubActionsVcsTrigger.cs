using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Starts a workflow for some pushes or pull requests.</summary>
public class GitHubActionsVcsTrigger : GitHubActionsDetailedTrigger
{
    /// <summary>Push or pull request.</summary>
    public GitHubActionsTrigger Kind { get; set; }

    /// <summary>Branches for which it starts.</summary>
    public string[] Branches { get; set; } = [];

    /// <summary>Branches for which it does not.</summary>
    public string[] BranchesIgnore { get; set; } = [];

    /// <summary>Tags for which it starts.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>Tags for which it does not.</summary>
    public string[] TagsIgnore { get; set; } = [];

    /// <summary>Files of which one must have changed.</summary>
    public string[] IncludePaths { get; set; } = [];

    /// <summary>Files that do not count.</summary>
    public string[] ExcludePaths { get; set; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine(Kind.GetValue() + ":");
        using (writer.Indent())
        {
            Write(writer, "branches", Branches);
            Write(writer, "branches-ignore", BranchesIgnore);
            Write(writer, "tags", Tags);
            Write(writer, "tags-ignore", TagsIgnore);
            Write(writer, "paths", [.. IncludePaths, .. ExcludePaths.Select(x => "!" + x)]);
        }
    }

    private static void Write(CustomFileWriter writer, string name, string[] values)
    {
        if (values.Length == 0)
            return;
        writer.WriteLine(name + ":");
        using (writer.Indent())
        {
            foreach (var value in values)
                writer.WriteLine($"- {value.SingleQuote()}");
        }
    }
}
