using System.Collections.Generic;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>Lets a person start a workflow, with inputs or without; the stock trigger must have some.</summary>
sealed class DispatchTrigger(IReadOnlyList<(string Name, string Description)> inputs) : GitHubActionsDetailedTrigger
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("workflow_dispatch:");
        if (inputs.Count == 0) return;
        using (writer.Indent())
        {
            writer.WriteLine("inputs:");
            using (writer.Indent())
            {
                foreach (var (name, description) in inputs)
                {
                    writer.WriteLine($"{name}:");
                    using (writer.Indent())
                    {
                        writer.WriteLine($"description: {description.SingleQuote()}");
                        writer.WriteLine("required: true");
                        writer.WriteLine("type: string");
                    }
                }
            }
        }
    }
}
