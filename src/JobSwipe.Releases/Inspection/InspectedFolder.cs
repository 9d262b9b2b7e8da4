namespace JobSwipe.Releases.Inspection;

/// <summary>An application's files, each kind read once.</summary>
internal sealed class InspectedFolder
{
    private const long Largest = 2_000_000;
    private static readonly HashSet<string> Skipped =
        [".git", "node_modules", "bin", "obj", "artifacts", ".venv", "venv", "__pycache__", ".dart_tool", "Pods", "dist", "TestResults", ".pytest_cache", "site-packages"];

    private InspectedFolder(string root, string repository)
    {
        (Root, Repository) = (root, repository);
        var workflows = Path.Combine(repository, ".github", "workflows");
        var paths = Walk(root).Concat(root == repository || !Directory.Exists(workflows) ? [] : Walk(workflows)).Distinct().Order(StringComparer.Ordinal);
        Files = [.. paths.Select(path => new SourceFile(path, Path.GetRelativePath(repository, path).Replace('\\', '/')))];
        Yaml = [.. Named(".yml", ".yaml").Select(file => YamlFile.Read(file))];
        Workflows = [.. Yaml.Where(yaml => yaml.File.Name.StartsWith(".github/workflows/", StringComparison.Ordinal) && yaml.Root is not null).Select(yaml => new Workflow(yaml))];
        FlyTomls = [.. Files.Where(file => file.ShortName.StartsWith("fly", StringComparison.Ordinal) && file.ShortName.EndsWith(".toml", StringComparison.Ordinal)).Select(FlyFile.Read)];
        Python = new PythonCode([.. Named(".py").Where(file => !file.Name.Split('/').Contains("tests"))]);
        Scripts = [.. Files.Where(IsShell).Select(file => new ShellBlock(file, file.Text, 1, file.Folder, null))];
        Shell = [.. Scripts, .. Workflows.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps).Where(step => step.Run is not null).Select(step => step.ToBlock(repository))];
        Monitoring = new MonitoringFiles(this);
    }

    /// <summary>The application's folder.</summary>
    public string Root { get; }

    /// <summary>The root of the repository it lies in: workflows work from there.</summary>
    public string Repository { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<YamlFile> Yaml { get; }

    public IReadOnlyList<Workflow> Workflows { get; }

    public IReadOnlyList<FlyFile> FlyTomls { get; }

    public PythonCode Python { get; }

    /// <summary>Shell scripts.</summary>
    public IReadOnlyList<ShellBlock> Scripts { get; }

    /// <summary>Shell scripts, and what steps of workflows run.</summary>
    public IReadOnlyList<ShellBlock> Shell { get; }

    public MonitoringFiles Monitoring { get; }

    public static InspectedFolder Read(string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var repository = root;
        for (var at = root; at is not null; at = Path.GetDirectoryName(at))
        {
            if (!Directory.Exists(Path.Combine(at, ".github")) && !Path.Exists(Path.Combine(at, ".git"))) continue;
            repository = at;
            break;
        }
        return new InspectedFolder(root, repository);
    }

    public IEnumerable<SourceFile> Named(params string[] endings) => Files.Where(file => endings.Any(ending => file.ShortName.EndsWith(ending, StringComparison.Ordinal)));

    private static bool IsShell(SourceFile file) => Path.GetExtension(file.Path) is ".sh" or ".bash"
        || (Path.GetExtension(file.Path).Length == 0 && new FileInfo(file.Path).Length < 100_000 && IsShellBang(file.Text));

    private static bool IsShellBang(string text) => text.StartsWith("#!", StringComparison.Ordinal) && text.Split('\n', 2)[0] is var line && (line.EndsWith("sh", StringComparison.Ordinal) || line.Contains("/bash", StringComparison.Ordinal));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
            if (new FileInfo(path) is { Length: < Largest, LinkTarget: null }) yield return path;
        foreach (var inner in Directory.EnumerateDirectories(folder))
            if (!Skipped.Contains(Path.GetFileName(inner)) && new DirectoryInfo(inner).LinkTarget is null)
                foreach (var path in Walk(inner)) yield return path;
    }
}
