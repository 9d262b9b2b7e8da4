using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Keeps files of the job.</summary>
public class GitHubActionsArtifactStep : GitHubActionsStep
{
    /// <summary>Their name.</summary>
    public string Name { get; set; }

    /// <summary>Where they lie.</summary>
    public string Path { get; set; }

    /// <summary>When they are kept; null for only after success.</summary>
    public string Condition { get; set; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- name: " + $"Publish: {Name}".SingleQuote());
        using (writer.Indent())
        {
            if (!Condition.IsNullOrWhiteSpace())
                writer.WriteLine($"if: {Condition}");
            writer.WriteLine("uses: actions/upload-artifact@v5");
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                writer.WriteLine($"name: {Name}");
                writer.WriteLine($"path: {Path}");
            }
        }
    }
}
