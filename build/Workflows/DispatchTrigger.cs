using System.Collections.Generic;
using System.Text.RegularExpressions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>
/// Lets a person start a workflow, with inputs or without; the stock trigger must have some. A description that ends with <c>[a, b]</c> makes
/// the input a choice.
/// </summary>
sealed partial class DispatchTrigger(IReadOnlyList<(string Name, string Description)> inputs) : GitHubActionsDetailedTrigger
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
                        var choice = Choice().Match(description);
                        writer.WriteLine($"description: {Choice().Replace(description, "").SingleQuote()}");
                        writer.WriteLine("required: true");
                        writer.WriteLine(choice.Success ? "type: choice" : "type: string");
                        if (choice.Success) writer.WriteLine($"options: {choice.Value.Trim()}");
                    }
                }
            }
        }
    }

    [GeneratedRegex(@" \[[\w, -]+\]$")]
    private static partial Regex Choice();
}
