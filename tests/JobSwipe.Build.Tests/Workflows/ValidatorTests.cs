namespace JobSwipe.Build.Tests.Workflows;

public sealed class ValidatorTests
{
    private const int Workflows = 9;

    [Fact]
    public void Every_workflow_passes_actionlint_and_GitHubs_own_checks()
    {
        var files = Directory.GetFiles(Validators.Committed);

        files.Length.ShouldBe(Workflows);
        Validators.Validate(files).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unknown-job.yml", "actionlint", "languageservice")]
    [InlineData("circle.yml", "actionlint", "languageservice")]
    [InlineData("unknown-key.yml", "actionlint", "workflow-parser", "languageservice")]
    [InlineData("injection.yml", "actionlint", "workflow-parser", "languageservice")]
    [InlineData("open-expression.yml", "actionlint", "workflow-parser", "languageservice")]
    public void Each_planted_mistake_is_found_by_those_that_can(string file, params string[] tools)
    {
        var found = Validators.Validate(Path.Combine(Validators.Bad, file)).Select(finding => finding.Tool).ToHashSet();

        tools.ShouldBeSubsetOf(found);
    }

    [Fact]
    public void Every_planted_file_is_tried() => Directory.GetFiles(Validators.Bad).Length.ShouldBe(5);

    [Fact]
    public void Every_run_block_passes_shellcheck()
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "shellcheck"))), "not run: no shellcheck");
        foreach (var script in Validators.Read().Values.SelectMany(Workflow.Steps).Select(step => step["run"]?.ToString()).OfType<string>())
        {
            var file = Path.GetTempFileName();
            File.WriteAllText(file, $"#!/usr/bin/env bash\n{script}\n");
            var (exitCode, output) = Shell.Run("/", "shellcheck", [file]);
            File.Delete(file);
            exitCode.ShouldBe(0, output);
        }
    }
}
