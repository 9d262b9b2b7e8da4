using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>A workflow that may do nothing but what each job says.</summary>
sealed class WorkflowFile : GitHubActionsConfiguration
{
    public string RunName { get; init; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteComment("Written by ./build.sh GenerateWorkflows from build/Build.Workflows.cs. CheckWorkflows fails on a change made here.");
        writer.WriteLine($"name: {Name}");
        if (RunName is not null) writer.WriteLine($"run-name: {RunName.SingleQuote()}");
        writer.WriteLine();
        writer.WriteLine("on:");
        using (writer.Indent())
            foreach (var trigger in DetailedTriggers) trigger.Write(writer);
        writer.WriteLine();
        writer.WriteLine("permissions: {}");
        writer.WriteLine();
        writer.WriteLine("concurrency:");
        using (writer.Indent())
        {
            writer.WriteLine($"group: {ConcurrencyGroup}");
            // A newer push makes the run of a pull request pointless; each commit of a branch is looked at.
            writer.WriteLine($"cancel-in-progress: {(ConcurrencyCancelInProgress ? "${{ github.event_name == 'pull_request' }}" : "false")}");
        }
        writer.WriteLine();
        writer.WriteLine("jobs:");
        using (writer.Indent())
        {
            for (var i = 0; i < Jobs.Length; i++)
            {
                if (i > 0) writer.WriteLine();
                Jobs[i].Write(writer);
            }
        }
    }
}
