using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Lets a person start a workflow.</summary>
public class GitHubActionsWorkflowDispatchTrigger : GitHubActionsDetailedTrigger
{
    /// <summary>Inputs that may stay empty.</summary>
    public string[] OptionalInputs { get; set; }

    /// <summary>Inputs that may not.</summary>
    public string[] RequiredInputs { get; set; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("workflow_dispatch:");
        using (writer.Indent())
        {
            writer.WriteLine("inputs:");
            using (writer.Indent())
            {
                foreach (var input in OptionalInputs ?? [])
                    Write(writer, input, isRequired: false);
                foreach (var input in RequiredInputs ?? [])
                    Write(writer, input, isRequired: true);
            }
        }
    }

    private static void Write(CustomFileWriter writer, string input, bool isRequired)
    {
        writer.WriteLine($"{input}:");
        using (writer.Indent())
        {
            writer.WriteLine($"description: {input.SplitCamelHumpsWithKnownWords().JoinSpace().DoubleQuote()}");
            writer.WriteLine($"required: {(isRequired ? "true" : "false")}");
        }
    }
}
