using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A job of a workflow.</summary>
public class GitHubActionsJob : ConfigurationEntity
{
    /// <summary>Its id, and its name for people.</summary>
    public string Name { get; set; }

    /// <summary>Its runner.</summary>
    public GitHubActionsImage Image { get; set; }

    /// <summary>After how many minutes it is ended; 0 for GitHub's 6 hours.</summary>
    public int TimeoutMinutes { get; set; }

    /// <summary>Jobs of one group wait for each other.</summary>
    public string ConcurrencyGroup { get; set; }

    /// <summary>Whether a new one ends the one before.</summary>
    public bool ConcurrencyCancelInProgress { get; set; }

    /// <summary>The environment it works on, with rules and secrets of its own.</summary>
    public string EnvironmentName { get; set; }

    /// <summary>Where that environment is seen.</summary>
    public string EnvironmentUrl { get; set; }

    /// <summary>Its steps.</summary>
    public GitHubActionsStep[] Steps { get; set; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Name}:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {Name}");
            writer.WriteLine($"runs-on: {Image.GetValue()}");
            if (TimeoutMinutes > 0)
                writer.WriteLine($"timeout-minutes: {TimeoutMinutes}");
            if (GitHubActionsConcurrency.IsSet(ConcurrencyGroup, ConcurrencyCancelInProgress))
                GitHubActionsConcurrency.Write(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
            if (!EnvironmentName.IsNullOrWhiteSpace())
                WriteEnvironment(writer);
            writer.WriteLine("steps:");
            using (writer.Indent())
            {
                foreach (var step in Steps)
                    step.Write(writer);
            }
        }
    }

    private void WriteEnvironment(CustomFileWriter writer)
    {
        writer.WriteLine("environment:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {EnvironmentName}");
            if (!EnvironmentUrl.IsNullOrWhiteSpace())
                writer.WriteLine($"url: {EnvironmentUrl}");
        }
    }
}
