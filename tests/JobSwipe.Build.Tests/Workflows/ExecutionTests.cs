using System.Text.Json.Nodes;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>
/// Runs the jobs of the ci workflow as GitHub would, each in a clean clone. Only what was compiled of the build stays from one
/// to the next.
/// </summary>
public sealed class ExecutionTests : IDisposable
{
    // It would run this test, which would run it again.
    private static readonly string[] NotExecuted = ["test"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ci-").FullName;
    private readonly Dictionary<string, string> _artifacts = [];

    private string Clone => Path.Combine(_folder, "clone");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_ci_workflow_comes_out_green()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "as on ubuntu-latest");
        var jobs = Workflow.Jobs(Validators.Read()["ci.yml"]).Where(job => !NotExecuted.Contains(job.Name)).ToDictionary(job => job.Name, job => job.Job);
        Run(_folder, "git", ["clone", "--quiet", Repository.Root, Clone]);

        var done = new List<string>();
        while (jobs.Keys.Except(done).FirstOrDefault(name => Workflow.Needs(jobs[name]).All(done.Contains)) is { } next)
        {
            Run(Clone, "git", ["clean", "-ffdxq", "--exclude=bin", "--exclude=obj", "--exclude=/.nuke/temp"]);
            Execute(jobs[next]);
            done.Add(next);
        }

        done.Count.ShouldBe(jobs.Count);
        done.IndexOf("vulnerabilities").ShouldBeGreaterThan(done.IndexOf("image"));
    }

    private void Execute(JsonObject job)
    {
        foreach (var step in Workflow.Steps(job, "steps"))
        {
            if (Workflow.Uses(step, "actions/download-artifact"))
                Run(_folder, "cp", ["--archive", _artifacts[Setting(step, "name")] + "/.", Directory.CreateDirectory(Path.Combine(Clone, Setting(step, "path"))).FullName]);
            else if (Workflow.Uses(step, "actions/upload-artifact"))
                Keep(Setting(step, "name"), Setting(step, "path").Split('\n', StringSplitOptions.RemoveEmptyEntries));
            else if (step["run"]?.ToString() is { } script)
                Run(Clone, "bash", ["-e", "-c", script], step["env"]?.AsObject());
        }
    }

    // As upload-artifact does: below the folder that all patterns have in common.
    private void Keep(string name, string[] patterns)
    {
        var folders = patterns.Select(pattern => pattern.Contains('*') ? pattern[..pattern.IndexOf('*')].TrimEnd('/') : Path.GetDirectoryName(pattern)!).ToList();
        var common = folders[0];
        while (!folders.All(folder => folder == common || folder.StartsWith(common + "/", StringComparison.Ordinal))) common = Path.GetDirectoryName(common)!;
        var kept = _artifacts[name] = Directory.CreateDirectory(Path.Combine(_folder, "artifacts", name)).FullName;
        foreach (var (pattern, folder) in patterns.Zip(folders))
        {
            var source = Path.Combine(Clone, pattern.Contains('*') ? folder : pattern);
            if (!Path.Exists(source)) continue;
            var target = Path.Combine(kept, Path.GetRelativePath(common, pattern.Contains('*') ? folder : pattern));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Run(_folder, "cp", ["--archive", "--no-target-directory", source, target]);
        }
    }

    private static string Setting(JsonObject step, string name) => step["with"]![name]!.ToString();

    private static void Run(string folder, string program, string[] arguments, JsonObject? declared = null)
    {
        // Only what a runner has, and what the file declares.
        var variables = new[] { "PATH", "HOME", "NUGET_PACKAGES", "DOTNET_ROOT", "TMPDIR" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(item => item.value is not null)
            .ToDictionary(item => item.name, item => item.value!);
        variables["CI"] = variables["GITHUB_ACTIONS"] = "true";
        // The same sources were analyzed where this test was compiled; it is more than half of compiling them.
        variables["RunAnalyzers"] = "false";
        foreach (var (name, value) in declared ?? []) variables[name] = value!.ToString();
        var (exitCode, output) = Shell.Run(folder, program, arguments, variables);
        exitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}");
    }
}
