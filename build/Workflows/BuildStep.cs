using System.Collections.Generic;
using System.Linq;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>The step that calls the build, as a person would.</summary>
sealed class BuildStep(PlannedJob job, IReadOnlyList<(string Name, string Value)> imports) : GitHubActionsStep
{
    string Command => string.Join(' ', new[]
    {
        "./build.sh", string.Join(' ', job.Declared.Targets), job.Declared.Arguments, job.Skipped.Count > 0 ? "--skip " + string.Join(' ', job.Skipped) : "",
    }.Where(part => part.Length > 0));

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {string.Join(", ", job.Declared.Targets)}");
        using (writer.Indent())
        {
            writer.WriteLine($"run: {Command}");
            if (imports.Count == 0) return;
            writer.WriteLine("env:");
            using (writer.Indent())
                foreach (var (name, value) in imports) writer.WriteLine($"{name}: {value}");
        }
    }
}
