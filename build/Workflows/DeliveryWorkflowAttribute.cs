using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;

namespace Workflows;

/// <summary>
/// A workflow whose jobs come out of the target graph: each <see cref="WorkflowJobAttribute"/> of its name is a job, an edge
/// between targets of two jobs becomes a need, and what one produces and another consumes is handed over.
/// </summary>
class DeliveryWorkflowAttribute : GitHubActionsAttribute
{
    readonly string Name;

    public DeliveryWorkflowAttribute(string name) : base(name, GitHubActionsImage.UbuntuLatest)
    {
        Name = name;
        // NUKE would start the build a second time on every local run; GenerateWorkflows and CheckWorkflows do not.
        AutoGenerate = false;
    }

    /// <summary>When it starts by the clock, in UTC; more than one.</summary>
    public string[] Crons { get; set; } = [];

    /// <summary>Whether a person may start it without saying anything.</summary>
    public bool OnDispatch { get; set; }

    /// <summary>What a person who starts it must say, each as <c>Name: what it is</c>.</summary>
    public string[] Inputs { get; set; } = [];

    /// <summary>What the list of runs shows; an input's value as <c>{Name}</c>.</summary>
    public string RunName { get; set; }

    public override string ToString() => $"[DeliveryWorkflow(\"{Name}\")]";

    /// <summary>The whole file, from all targets of the build.</summary>
    public string Text(IReadOnlyCollection<ExecutableTarget> targets)
    {
        using var memory = new MemoryStream();
        using (var stream = new StreamWriter(memory) { NewLine = "\n" })
            GetConfiguration(targets).Write(CreateWriter(stream));
        return System.Text.Encoding.UTF8.GetString(memory.ToArray());
    }

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var stock = (GitHubActionsConfiguration)base.GetConfiguration(relevantTargets);
        var declared = Build.GetType().GetCustomAttributes<WorkflowJobAttribute>().Where(job => job.Workflow == Name).ToList();
        var jobs = new JobGraph(this, declared, relevantTargets, Build.RootDirectory, [.. Inputs.Select(InputName)]).Jobs();
        return new WorkflowFile
        {
            Name = stock.Name,
            RunName = RunName is null ? null : Inputs.Select(InputName).Aggregate(RunName, (text, input) => text.Replace($"{{{input}}}", $"${{{{ inputs.{input} }}}}")),
            DetailedTriggers = stock.DetailedTriggers,
            ConcurrencyGroup = "${{ github.workflow }}-${{ github.ref }}",
            // Only what deploys, migrates or backs up nothing may be ended by a newer run.
            ConcurrencyCancelInProgress = stock.ConcurrencyCancelInProgress && jobs.All(job => job.Declared.EnvironmentName is null),
            Jobs = jobs.Select(job => (GitHubActionsJob)new WorkflowJob(job, Imports(job.Declared))).ToArray()
        };
    }

    protected override IEnumerable<GitHubActionsDetailedTrigger> GetTriggers()
    {
        foreach (var trigger in base.GetTriggers()) yield return trigger;
        if (Crons.Length > 0) yield return new ScheduleTrigger(Crons);
        if (OnDispatch || Inputs.Length > 0) yield return new DispatchTrigger(Inputs.Select(input => (InputName(input), input[(input.IndexOf(':') + 1)..].Trim())).ToArray());
    }

    List<(string Name, string Value)> Imports(WorkflowJobAttribute job)
    {
        ImportSecrets = job.Secrets.Where(secret => !IsVariable(secret)).ToArray();
        return
        [
            .. GetImports(),
            .. job.Secrets.Where(IsVariable).Select(secret => (secret, $"${{{{ secrets.{secret} }}}}")),
            .. job.Variables.Select(variable => (variable, $"${{{{ vars.{VariableName.Of(variable)} }}}}")),
            // What a person said reaches the build as parameters, by variables and never by a command line.
            .. Inputs.Select(InputName).Select(input => (input, $"${{{{ inputs.{input} }}}}"))
        ];
    }

    static bool IsVariable(string name) => !name.Any(char.IsLower);

    static string InputName(string input) => input.Split(':')[0].Trim();
}
