using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs the build.</summary>
public class GitHubActionsRunStep : GitHubActionsStep
{
    /// <summary>The script that starts it.</summary>
    public string BuildCmdPath { get; set; }

    /// <summary>The targets.</summary>
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>Variables that it gets.</summary>
    public Dictionary<string, string> Imports { get; set; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- name: " + $"Run: {InvokedTargets.JoinCommaSpace()}".SingleQuote());
        using (writer.Indent())
        {
            writer.WriteLine($"run: ./{BuildCmdPath} {InvokedTargets.JoinSpace()}");
            if (Imports.Count == 0)
                return;
            writer.WriteLine("env:");
            using (writer.Indent())
            {
                foreach (var (name, value) in Imports)
                    writer.WriteLine($"{name}: {value}");
            }
        }
    }
}
