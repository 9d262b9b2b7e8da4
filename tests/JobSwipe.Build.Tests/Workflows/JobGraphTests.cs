using global::Workflows;
using Nuke.Common;
using Nuke.Common.Execution;

namespace JobSwipe.Build.Tests.Workflows;

public sealed class JobGraphTests
{
    private static readonly ExecutableTarget Compile = new() { Name = "Compile" };
    private static readonly ExecutableTarget Pack = Target("Pack", [Compile], produces: ["artifacts/pack/*.zip", "artifacts/pack.json"]);
    private static readonly ExecutableTarget Scan = Target("Scan", [Pack], consumes: Pack);
    private static readonly ExecutableTarget Deploy = Target("Deploy", [], after: Scan);
    private static readonly ExecutableTarget[] All = [Compile, Pack, Scan, Deploy];

    [Fact]
    public void An_edge_between_jobs_is_a_need_and_what_the_other_ran_is_skipped_and_taken_over()
    {
        var jobs = Jobs(new("w", "pack", "Pack"), new("w", "scan", "Scan"));

        jobs[1].Needs.ShouldBe(["pack"]);
        jobs[1].Skipped.ShouldBe(["Pack"]);
        jobs[0].Uploads.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            artifact => artifact.Name.ShouldBe("pack"),
            artifact => artifact.Paths.ShouldBe(["artifacts/pack/*.zip", "artifacts/pack.json"]),
            artifact => artifact.Folder.ShouldBe("artifacts"),
            artifact => artifact.IsConsumed.ShouldBeTrue());
        jobs[1].Downloads.ShouldHaveSingleItem().Name.ShouldBe("pack");
    }

    [Fact]
    public void What_no_other_job_owns_runs_with_the_job()
    {
        var job = Jobs(new WorkflowJobAttribute("w", "scan", "Scan")).ShouldHaveSingleItem();

        job.Needs.ShouldBeEmpty();
        job.Skipped.ShouldBeEmpty();
        job.Downloads.ShouldBeEmpty();
    }

    [Fact]
    public void An_order_between_jobs_is_a_need_and_skips_nothing()
    {
        var jobs = Jobs(new("w", "deploy", "Deploy"), new("w", "scan", "Scan"));

        jobs[0].Needs.ShouldBe(["scan"]);
        jobs[0].Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_what_cannot_be_written_and_names_the_attribute()
    {
        Error(new WorkflowJobAttribute("w", "scan", "Scna")).ShouldBe("[WorkflowJob(\"w\", \"scan\")] names the target Scna, which the build does not have");
        Error(new WorkflowJobAttribute("w", "scan", "Scan") { Needs = ["nobody"] }).ShouldBe("[WorkflowJob(\"w\", \"scan\")] needs the job nobody, which w does not have");
        Error(new WorkflowJobAttribute("w", "scan", "Scan") { Secrets = ["Token"] }).ShouldBe("[WorkflowJob(\"w\", \"scan\")] gets Token without an environment, whose rules would guard it");
        Error(new WorkflowJobAttribute("w", "scan", "Scan") { TimeoutMinutes = 0 }).ShouldEndWith("has no time limit");
        Error(new WorkflowJobAttribute("w", "scan", "Scan") { Arguments = "--name ${{ github.ref_name }}" }).ShouldEndWith("has an expression in its arguments, which would reach a shell");
        Error(new WorkflowJobAttribute("w", "scan")).ShouldEndWith("runs no target");
        Error(new("w", "scan", "Scan"), new("w", "scan", "Deploy")).ShouldEndWith("is declared twice");
        Error().ShouldBe("w has no [WorkflowJob]");
    }

    [Fact]
    public void Refuses_jobs_that_wait_for_each_other() =>
        Error(new("w", "pack", "Pack") { Needs = ["scan"] }, new("w", "scan", "Scan")).ShouldBe("[WorkflowJob(\"w\", \"pack\")] waits for itself: pack → scan → pack");

    [Fact]
    public void Refuses_two_artifacts_of_one_name()
    {
        var (boxCut, cut) = (Target("BoxCut", [], produces: ["x"]), Target("Cut", [], produces: ["y"]));

        Should.Throw<WorkflowError>(() => new JobGraph("w", [new("w", "a-box", "Cut"), new("w", "a", "BoxCut")], [boxCut, cut], NukeBuild.RootDirectory, []).Jobs())
            .Message.ShouldBe("[WorkflowJob(\"w\", \"a-box\")] leaves the artifact a-box-cut, of which there would be two");
    }

    [Fact]
    public void Refuses_a_target_that_two_jobs_own_where_a_third_needs_it() =>
        Error(new("w", "one", "Pack"), new("w", "two", "Pack"), new("w", "scan", "Scan"))
            .ShouldBe("[WorkflowJob(\"w\", \"scan\")] needs Pack, which runs in one and two: name one job for it");

    [Fact]
    public void Refuses_an_action_without_a_pin() =>
        Should.Throw<WorkflowError>(() => ActionPins.Pinned("somebody/something", "[WorkflowJob(\"w\", \"scan\")]"))
            .Message.ShouldBe("[WorkflowJob(\"w\", \"scan\")] uses somebody/something, for which ActionPins has no commit");

    private static IReadOnlyList<PlannedJob> Jobs(params WorkflowJobAttribute[] jobs) => new JobGraph("w", jobs, All, NukeBuild.RootDirectory, []).Jobs();

    private static string Error(params WorkflowJobAttribute[] jobs) => Should.Throw<WorkflowError>(() => Jobs(jobs)).Message;

    private static ExecutableTarget Target(
        string name, ExecutableTarget[] needs, string[]? produces = null, ExecutableTarget? consumes = null, ExecutableTarget? after = null)
    {
        var target = new ExecutableTarget { Name = name };
        target.ExecutionDependencies.AddRange(needs);
        target.ArtifactProducts.AddRange((produces ?? []).Select(path => (string)(NukeBuild.RootDirectory / path)));
        if (consumes is not null) target.ArtifactDependencies.AddRange(consumes, consumes.ArtifactProducts);
        if (after is not null) target.OrderDependencies.Add(after);
        return target;
    }
}
