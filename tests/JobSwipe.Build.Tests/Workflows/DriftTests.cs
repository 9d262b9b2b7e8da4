using global::Workflows;
using Nuke.Common.IO;

namespace JobSwipe.Build.Tests.Workflows;

public sealed class DriftTests : IDisposable
{
    private readonly AbsolutePath _folder = AbsolutePath.Create(Directory.CreateTempSubdirectory("workflows-").FullName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_committed_workflows_are_what_the_build_declares()
    {
        var (exitCode, output) = Shell.Run(Repository.Root, "bash", ["./build.sh", "CheckWorkflows"]);

        exitCode.ShouldBe(0, output);
    }

    [Fact]
    public void Shows_what_differs_and_writes_only_that()
    {
        var folder = new WorkflowFolder(_folder);
        Dictionary<AbsolutePath, string> files = new() { [_folder / "ci.yml"] = "name: ci\non: push\njobs: {}\n", [_folder / "same.yml"] = "name: same\n" };
        folder.Write(files).ShouldBe(["wrote ci.yml", "wrote same.yml"]);
        folder.Differences(files).ShouldBeEmpty();
        File.WriteAllText(_folder / "ci.yml", "name: ci\non: pull_request\njobs: {}\n");
        File.WriteAllText(_folder / "old.yml", "name: old\n");

        var differences = folder.Differences(files);

        differences.ShouldBe(["ci.yml differs:\n  name: ci\n- on: pull_request\n+ on: push\n  jobs: {}", "old.yml is declared by no attribute"]);
        folder.Write(files).ShouldBe(["wrote ci.yml", "removed old.yml"]);
        folder.Differences(files).ShouldBeEmpty();
    }
}
