using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>What zizmor would say and what no tool here finds, by the name of zizmor's audit where it has one.</summary>
public sealed partial class NormTests
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Files = Validators.Read();

    private static IEnumerable<(string Where, JsonObject Job)> AllJobs => Files.SelectMany(file => Workflow.Jobs(file.Value).Select(job => ($"{file.Key}: {job.Name}", job.Job)));

    private static IEnumerable<JsonObject> AllSteps => Files.Values.SelectMany(Workflow.Steps);

    [Fact]
    public void Anonymous_definition_everything_has_a_name()
    {
        foreach (var file in Files.Values) file["name"].ShouldNotBeNull();
        foreach (var (where, job) in AllJobs) job["name"].ShouldNotBeNull(where);
        foreach (var step in AllSteps) step["name"].ShouldNotBeNull();
    }

    [Fact]
    public void Excessive_permissions_nothing_at_the_top_and_the_least_for_each_job()
    {
        foreach (var (name, file) in Files) file["permissions"]!.AsObject().Count.ShouldBe(0, name);
        foreach (var (where, job) in AllJobs)
        {
            var permissions = job["permissions"]!.AsObject().Select(item => $"{item.Key}: {item.Value}").ToList();
            string[] least = IsAttesting(job) ? ["attestations: write", "id-token: write"] : ["contents: read"];
            // Production takes only what is attested.
            List<string> asked = where is "deliver.yml: production" or "promote.yml: promote" ? ["attestations: read", .. least] : [.. least];
            permissions.ShouldBe(asked, where);
        }
    }

    [Fact]
    public void Undocumented_permissions_each_says_why()
    {
        var lines = Directory.GetFiles(Validators.Committed).SelectMany(File.ReadLines).Where(line => Permission().IsMatch(line)).ToList();

        lines.Count.ShouldBe(AllJobs.Sum(item => item.Job["permissions"]!.AsObject().Count));
        lines.ShouldAllBe(line => line.Contains(" # ", StringComparison.Ordinal));
    }

    [Fact]
    public void Unpinned_uses_and_ref_version_mismatch_full_commits_with_one_version_each()
    {
        var uses = Directory.GetFiles(Validators.Committed).SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.StartsWith("uses:", StringComparison.Ordinal)).ToList();

        uses.Count.ShouldBe(AllSteps.Count(step => step["uses"] is not null));
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
        uses.GroupBy(line => line.Split('@')[0]).ShouldAllBe(action => action.Distinct().Count() == 1);
    }

    [Fact]
    public void Template_injection_no_expression_reaches_a_shell() =>
        AllSteps.Select(step => step["run"]?.ToString() ?? "").ShouldAllBe(run => !run.Contains("${{", StringComparison.Ordinal));

    [Fact]
    public void Artipacked_no_credentials_stay_in_the_checkout() =>
        AllSteps.Where(step => Workflow.Uses(step, "actions/checkout")).ShouldAllBe(step => step["with"]!["persist-credentials"]!.GetValue<bool>() == false);

    [Fact]
    public void Secrets_outside_env_and_overprovisioned_secrets_only_by_name_and_only_in_an_environment()
    {
        foreach (var (where, job) in AllJobs)
        {
            var text = job.ToJsonString();
            text.ShouldNotContain("toJSON(secrets", Case.Insensitive, where);
            text.ShouldNotContain("\"inherit\"", Case.Sensitive, where);
            if (text.Contains("secrets.", StringComparison.Ordinal)) job["environment"].ShouldNotBeNull(where);
        }
    }

    [Fact]
    public void Concurrency_limits_every_workflow_has_a_group_and_no_deployment_is_cancelled()
    {
        foreach (var (name, file) in Files)
        {
            file["concurrency"]!["group"].ShouldNotBeNull(name);
            if (Workflow.Jobs(file).Any(job => job.Job["environment"] is not null)) file["concurrency"]!["cancel-in-progress"]!.ToJsonString().ShouldBe("false", name);
        }
        foreach (var (where, job) in AllJobs.Where(item => item.Job["environment"] is not null))
            job["concurrency"]!["cancel-in-progress"]!.ToJsonString().ShouldBe("false", where);
    }

    [Fact]
    public void Every_job_has_a_time_limit() => AllJobs.ShouldAllBe(item => item.Job["timeout-minutes"]!.GetValue<int>() > 0);

    [Fact]
    public void Cache_poisoning_nothing_is_taken_from_a_cache()
    {
        AllSteps.ShouldAllBe(step => !Workflow.Uses(step, "actions/cache"));
        AllSteps.Where(step => Workflow.Uses(step, "actions/setup-dotnet")).ShouldAllBe(step => step["with"]!["cache"] == null);
    }

    [Fact]
    public void Dangerous_triggers_and_self_hosted_runners_are_not_used()
    {
        Files.Values.SelectMany(file => file["on"]!.AsObject().Select(trigger => trigger.Key)).ShouldBeSubsetOf(["push", "pull_request", "schedule", "workflow_dispatch"]);
        AllJobs.Select(item => item.Job["runs-on"]!.ToString()).ShouldBeSubsetOf(["ubuntu-latest", "macos-latest"]);
    }

    [Fact]
    public void Every_job_checks_out_sets_up_and_calls_the_build()
    {
        foreach (var (where, job) in AllJobs.Where(item => !IsAttesting(item.Job)))
            Workflow.Steps(job, "steps").Select(step => step["run"]?.ToString()).OfType<string>().ShouldHaveSingleItem(where).ShouldStartWith("./build.sh ");
    }

    [Fact]
    public void Artifact_names_are_used_once_and_what_is_taken_over_was_left_before()
    {
        foreach (var (name, file) in Files)
        {
            var left = Workflow.Jobs(file).SelectMany(job => Names(job.Job, "actions/upload-artifact").Select(artifact => (artifact, job.Name))).ToList();
            left.Select(item => item.artifact).ShouldBeUnique(name);
            foreach (var (_, job) in Workflow.Jobs(file))
                foreach (var artifact in Names(job, "actions/download-artifact")) Workflow.Needs(job).ShouldContain(left.Single(item => item.artifact == artifact).Name, name);
        }
    }

    private static IEnumerable<string> Names(JsonObject job, string action) =>
        Workflow.Steps(job, "steps").Where(step => Workflow.Uses(step, action)).Select(step => step["with"]!["name"]!.ToString());

    private static bool IsAttesting(JsonObject job) => Workflow.Steps(job, "steps").Any(step => Workflow.Uses(step, "actions/attest"));

    [GeneratedRegex(@"^      [a-z-]+: (read|write)\b")]
    private static partial Regex Permission();

    [GeneratedRegex(@"^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
