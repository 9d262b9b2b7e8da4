using System;
using Nuke.Common.CI.GitHubActions;

namespace Workflows;

/// <summary>A job of a workflow: targets that run together on one machine.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
class WorkflowJobAttribute(string workflow, string job, params string[] targets) : Attribute
{
    public string Workflow { get; } = workflow;

    public string Job { get; } = job;

    public string[] Targets { get; } = targets;

    public GitHubActionsImage Image { get; set; } = GitHubActionsImage.UbuntuLatest;

    /// <summary>After how many minutes it is ended; every job has a limit.</summary>
    public int TimeoutMinutes { get; set; } = 30;

    /// <summary>What is said to the build beside the targets; no expressions, for they would reach a shell.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>
    /// The environment it works on, or <c>{Input}</c> for the one that a person chooses. Only there are secrets to be had, and only one job at a
    /// time works on it.
    /// </summary>
    public string EnvironmentName { get; set; }

    /// <summary>Parameters and variables that are filled from the environment's secrets.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>Parameters that are filled from the environment's variables.</summary>
    public string[] Variables { get; set; } = [];

    /// <summary>Jobs to wait for beside those that the target graph tells.</summary>
    public string[] Needs { get; set; } = [];

    /// <summary>Whether all commits and tags are fetched.</summary>
    public bool FullHistory { get; set; }

    /// <summary>The target whose products this job attests, instead of running targets.</summary>
    public string Attests { get; set; }

    /// <summary>Whether it asks if the release it deploys is attested.</summary>
    public bool VerifiesAttestation { get; set; }

    public override string ToString() => $"[WorkflowJob(\"{Workflow}\", \"{Job}\")]";
}
