using System.Collections.Generic;
using System.Linq;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>A job: check out, set up .NET, take over, call the build, leave.</summary>
sealed class WorkflowJob : GitHubActionsJob
{
    readonly PlannedJob Job;

    public WorkflowJob(PlannedJob job, IReadOnlyList<(string Name, string Value)> imports)
    {
        Job = job;
        Name = job.Declared.Job;
        Image = job.Declared.Image;
        TimeoutMinutes = job.Declared.TimeoutMinutes;
        EnvironmentName = job.Declared.EnvironmentName is ['{', .. var input, '}'] ? $"${{{{ inputs.{input} }}}}" : job.Declared.EnvironmentName;
        Steps = [.. job.Declared.Attests is null ? BuildSteps(imports) : AttestSteps()];
    }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Name}:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {Name}");
            if (Job.Needs.Count > 0) writer.WriteLine($"needs: [{string.Join(", ", Job.Needs)}]");
            writer.WriteLine($"runs-on: {RunnerLabel.Of(Image)}");
            writer.WriteLine($"timeout-minutes: {TimeoutMinutes}");
            WritePermissions(writer);
            if (EnvironmentName is not null)
            {
                writer.WriteLine($"environment: {EnvironmentName}");
                // Two jobs must not work on one environment at the same time, and none is ended half-way.
                writer.WriteLine("concurrency:");
                using (writer.Indent())
                {
                    writer.WriteLine($"group: environment-{EnvironmentName}");
                    writer.WriteLine("cancel-in-progress: false");
                }
            }
            writer.WriteLine("steps:");
            using (writer.Indent())
                foreach (var step in Steps) step.Write(writer);
        }
    }

    void WritePermissions(CustomFileWriter writer)
    {
        writer.WriteLine("permissions:");
        using (writer.Indent())
        {
            if (Job.Declared.Attests is null)
            {
                if (Job.Declared.VerifiesAttestation) writer.WriteLine("attestations: read # ask who built the release");
                writer.WriteLine("contents: read # check out the repository");
                return;
            }
            writer.WriteLine("attestations: write # store the attestation with the repository");
            writer.WriteLine("id-token: write # sign it with the identity of this workflow");
        }
    }

    IEnumerable<GitHubActionsStep> BuildSteps(IReadOnlyList<(string Name, string Value)> imports)
    {
        var attribute = Job.Declared;
        yield return new ActionStep("Check out", "actions/checkout", attribute,
            ("fetch-depth", attribute.FullHistory ? "0" : "1"), ("persist-credentials", "false"));
        yield return new ActionStep("Set up .NET", "actions/setup-dotnet", attribute, ("global-json-file", "global.json"));
        foreach (var artifact in Job.Downloads) yield return Download(artifact);
        yield return new BuildStep(Job, attribute.VerifiesAttestation ? [.. imports, ("GH_TOKEN", "${{ github.token }}")] : imports);
        foreach (var artifact in Job.Uploads)
        {
            yield return new ActionStep($"Keep {artifact.Name}", "actions/upload-artifact", attribute,
                ("name", artifact.Name), ("path", string.Join('\n', artifact.Paths)), ("if-no-files-found", artifact.IsConsumed ? "error" : "ignore"), ("retention-days", "14"))
            {
                // What nobody consumes is there to be read, above all after a failure.
                Condition = artifact.IsConsumed ? null : "${{ !cancelled() }}",
            };
        }
    }

    IEnumerable<GitHubActionsStep> AttestSteps()
    {
        foreach (var artifact in Job.Downloads) yield return Download(artifact);
        var subjects = Job.Downloads.SelectMany(artifact => artifact.Paths).Where(path => !path.Contains('*'));
        yield return new ActionStep("Attest", "actions/attest", Job.Declared, ("subject-path", string.Join('\n', subjects)));
    }

    ActionStep Download(Artifact artifact) =>
        new($"Take over {artifact.Name}", "actions/download-artifact", Job.Declared, ("name", artifact.Name), ("path", artifact.Folder));
}
