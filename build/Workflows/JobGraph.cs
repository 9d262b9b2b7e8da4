using System.Collections.Generic;
using System.Linq;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Workflows;

/// <summary>
/// Turns a graph of targets into one of jobs. A target that a job names belongs to it; what it needs beside runs with it,
/// unless another job owns it: then this job comes after that one, skips the target and takes its products over.
/// </summary>
sealed class JobGraph
{
    readonly IReadOnlyList<WorkflowJobAttribute> Declared;
    readonly Dictionary<string, ExecutableTarget> Targets;
    readonly AbsolutePath Root;
    readonly Dictionary<string, HashSet<ExecutableTarget>> Executed = [];

    public JobGraph(object workflow, IReadOnlyList<WorkflowJobAttribute> declared, IReadOnlyCollection<ExecutableTarget> targets, AbsolutePath root, IReadOnlyCollection<string> inputs)
    {
        (Declared, Root) = (declared, root);
        Targets = targets.ToDictionary(target => target.Name);
        JobRules.Check(workflow, declared, Targets.Keys, inputs);
        foreach (var job in declared) Executed[job.Job] = Closure(job);
    }

    public IReadOnlyList<PlannedJob> Jobs()
    {
        var jobs = Declared.Select(job => new PlannedJob(job, Needs(job), Skipped(job), Uploads(job), Downloads(job))).ToList();
        JobRules.Check(jobs);
        return jobs;
    }

    // Without what another job owns, and without what only that would need.
    HashSet<ExecutableTarget> Closure(WorkflowJobAttribute job)
    {
        var found = new HashSet<ExecutableTarget>();
        var open = new Stack<ExecutableTarget>(job.Targets.Select(name => Targets[name]));
        while (open.TryPop(out var target))
        {
            if (!found.Add(target)) continue;
            foreach (var next in target.ExecutionDependencies.Concat(target.Triggers).Where(next => Owner(next, job) is null)) open.Push(next);
        }
        return found;
    }

    /// <summary>The other job that owns a target; null when none does, or this one too.</summary>
    WorkflowJobAttribute Owner(ExecutableTarget target, WorkflowJobAttribute job)
    {
        if (job.Targets.Contains(target.Name)) return null;
        var owners = Declared.Where(other => other.Targets.Contains(target.Name)).ToList();
        return owners.Count < 2 ? owners.SingleOrDefault()
            : throw new WorkflowError(job, $"needs {target.Name}, which runs in {string.Join(" and ", owners.Select(owner => owner.Job))}: name one job for it");
    }

    List<string> Needs(WorkflowJobAttribute job) =>
    [
        .. Declared.Select(other => other.Job).Where(Executed[job.Job]
            .SelectMany(target => target.AllDependencies.Concat(target.ArtifactDependencies.Select(consumed => consumed.Key)))
            .Concat(Attested(job))
            .Select(before => Owner(before, job)?.Job)
            .Concat(job.Needs)
            .ToHashSet().Contains)
    ];

    List<string> Skipped(WorkflowJobAttribute job) => Executed[job.Job]
        .SelectMany(target => target.ExecutionDependencies)
        .Where(before => Owner(before, job) is not null)
        .Select(before => before.Name).Distinct().Order().ToList();

    List<Artifact> Uploads(WorkflowJobAttribute job) => job.Targets
        .Select(name => Targets[name])
        .Where(target => target.ArtifactProducts.Count > 0)
        .Select(target => Product(job, target)).ToList();

    List<Artifact> Downloads(WorkflowJobAttribute job) => Consumed(job)
        .Select(target => (Target: target, Owner: Owner(target, job)))
        .Where(consumed => consumed.Owner is not null)
        .Select(consumed => Product(consumed.Owner, consumed.Target)).ToList();

    Artifact Product(WorkflowJobAttribute job, ExecutableTarget target) => new(
        job.Job == VariableName.Dashed(target.Name) ? job.Job : $"{job.Job}-{VariableName.Dashed(target.Name)}",
        target.ArtifactProducts.Select(path => (string)Root.GetUnixRelativePathTo(path)).Distinct().ToList(),
        Declared.Any(other => other != job && Consumed(other).Contains(target)));

    HashSet<ExecutableTarget> Consumed(WorkflowJobAttribute job) =>
        [.. Executed[job.Job].SelectMany(target => target.ArtifactDependencies.Select(consumed => consumed.Key)), .. Attested(job)];

    IEnumerable<ExecutableTarget> Attested(WorkflowJobAttribute job) => job.Attests is null ? [] : [Targets[job.Attests]];
}
