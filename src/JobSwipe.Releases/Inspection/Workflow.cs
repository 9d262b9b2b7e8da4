using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JobSwipe.Releases.Inspection;

/// <summary>A workflow of GitHub Actions.</summary>
internal sealed class Workflow
{
    public Workflow(YamlFile yaml)
    {
        (File, Root) = (yaml.File, yaml.Root!);
        Jobs = [.. Root.Get("jobs").Pairs().Select(pair => new Job(this, pair.Key, pair.Value, pair.Line))];
    }

    public SourceFile File { get; }

    public YamlNode Root { get; }

    public IReadOnlyList<Job> Jobs { get; }

    /// <summary>Whether a push to a branch starts it; pushes of tags alone do not count.</summary>
    public bool RunsOnPush => Root.Get("on") switch
    {
        YamlMappingNode map => map.Get("push") is { } push || map.Pairs().Any(pair => pair.Key == "push") ? map.Get("push") is not YamlMappingNode filter || filter.Get("branches") is not null || filter.Get("tags") is null : false,
        var names => names.Each().Any(name => name.Text() == "push"),
    };

    /// <summary>The branches it is limited to; none is all.</summary>
    public IReadOnlyList<string> Branches => [.. Root.Get("on", "push", "branches").Each().Select(branch => branch.Text() ?? "")];

    public Job? Find(string name) => Jobs.FirstOrDefault(job => job.Name == name);
}

/// <summary>One of its jobs.</summary>
internal sealed class Job
{
    public Job(Workflow workflow, string name, YamlNode node, int line)
    {
        (Workflow, Name, Node, Line) = (workflow, name, node, line);
        Steps = [.. node.Get("steps").Each().Select(step => new Step(this, step))];
    }

    public Workflow Workflow { get; }

    public string Name { get; }

    public YamlNode Node { get; }

    public int Line { get; }

    public string? If => Node.Get("if").Text();

    public IReadOnlyList<string> Needs => [.. Node.Get("needs").Each().Select(need => need.Text() ?? "")];

    public IReadOnlyList<Step> Steps { get; }

    /// <summary>It and all jobs that run before it.</summary>
    public IReadOnlyList<Job> WithNeeded()
    {
        var found = new List<Job> { this };
        for (var at = 0; at < found.Count; at++)
            found.AddRange(found[at].Needs.Select(Workflow.Find).OfType<Job>().Where(job => !found.Contains(job)).ToArray());
        return found;
    }
}

/// <summary>One of a job's steps.</summary>
internal sealed class Step(Job job, YamlNode node)
{
    public Job Job { get; } = job;

    public YamlNode Node { get; } = node;

    public string? Uses => Node.Get("uses").Text();

    public string? Run => Node.Get("run").Text();

    public int Line => Node.Line();

    /// <summary>The first line of what it runs.</summary>
    public int RunLine => Node.Get("run") is YamlScalarNode run ? run.Line() + (run.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0) : Line;

    public string? WorkingDirectory => (Node.Get("working-directory") ?? Job.Node.Get("defaults", "run", "working-directory") ?? Job.Workflow.Root.Get("defaults", "run", "working-directory")).Text();

    public string? Shell => (Node.Get("shell") ?? Job.Node.Get("defaults", "run", "shell") ?? Job.Workflow.Root.Get("defaults", "run", "shell")).Text();

    public ShellBlock ToBlock(string repository) => new(Job.Workflow.File, Run!, RunLine, Path.Combine(repository, WorkingDirectory is { } folder && !folder.Contains("${{", StringComparison.Ordinal) ? folder : "."), this);
}
