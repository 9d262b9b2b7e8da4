using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Workflows;

/// <summary>What must hold before a workflow is written; GitHub would say it later, or not at all.</summary>
static partial class JobRules
{
    public static void Check(object workflow, IReadOnlyList<WorkflowJobAttribute> jobs, IReadOnlyCollection<string> targets, IReadOnlyCollection<string> inputs)
    {
        if (jobs.Count == 0) throw new WorkflowError(workflow, "has no [WorkflowJob]");
        foreach (var job in jobs)
        {
            if (!JobName().IsMatch(job.Job)) throw new WorkflowError(job, "has a name that is not of lower-case letters, digits and dashes");
            if (jobs.Count(other => other.Job == job.Job) > 1) throw new WorkflowError(job, "is declared twice");
            if (job.Targets.Length == 0 && job.Attests is null) throw new WorkflowError(job, "runs no target");
            foreach (var target in job.Targets.Append(job.Attests).Where(target => target is not null && !targets.Contains(target)))
                throw new WorkflowError(job, $"names the target {target}, which the build does not have");
            foreach (var need in job.Needs.Where(need => jobs.All(other => other.Job != need)))
                throw new WorkflowError(job, $"needs the job {need}, which {workflow} does not have");
            if (job.Secrets.Length > 0 && job.EnvironmentName is null)
                throw new WorkflowError(job, $"gets {string.Join(", ", job.Secrets)} without an environment, whose rules would guard it");
            if (job.EnvironmentName is ['{', .. var chosen, '}'] && !inputs.Contains(chosen))
                throw new WorkflowError(job, $"lets a person choose the environment by {chosen}, which {workflow} does not ask for");
            if (job.TimeoutMinutes <= 0) throw new WorkflowError(job, "has no time limit");
            if (job.Arguments.Contains("${{")) throw new WorkflowError(job, "has an expression in its arguments, which would reach a shell");
        }
    }

    public static void Check(IReadOnlyList<PlannedJob> jobs)
    {
        foreach (var job in jobs)
        {
            if (Circle(jobs, job, []) is { } circle) throw new WorkflowError(job.Declared, $"waits for itself: {string.Join(" → ", circle)}");
            foreach (var artifact in job.Uploads)
            {
                if (jobs.SelectMany(other => other.Uploads).Count(other => other.Name == artifact.Name) > 1)
                    throw new WorkflowError(job.Declared, $"leaves the artifact {artifact.Name}, of which there would be two");
            }
        }
    }

    static List<string> Circle(IReadOnlyList<PlannedJob> jobs, PlannedJob job, List<string> path)
    {
        if (path.Contains(job.Declared.Job)) return [.. path.SkipWhile(name => name != job.Declared.Job), job.Declared.Job];
        return job.Needs
            .Select(need => Circle(jobs, jobs.Single(other => other.Declared.Job == need), [.. path, job.Declared.Job]))
            .FirstOrDefault(circle => circle is not null);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex JobName();
}
