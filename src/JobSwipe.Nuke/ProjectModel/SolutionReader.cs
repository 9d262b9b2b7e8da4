using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads names, paths and folders; what else a solution says is for others.</summary>
internal static partial class SolutionReader
{
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static Solution Read(AbsolutePath path)
    {
        Assert.FileExists(path, $"Solution '{path}' does not exist");
        return path.HasExtension("slnx") ? ReadXml(path) : ReadText(path);
    }

    private static Solution ReadText(AbsolutePath path)
    {
        var solution = new Solution(path);
        var text = File.ReadAllText(path);
        var entries = Entry().Matches(text).Select(x => new Line(x.Groups[1].Value, x.Groups[2].Value, x.Groups[3].Value, x.Groups[4].Value)).ToList();
        var parents = Nesting().Matches(text).ToDictionary(x => x.Groups[1].Value, x => x.Groups[2].Value, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, IProjectContainer>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, _, _, id) in entries.Where(x => IsFolder(x.Type)))
            Folder(id);
        foreach (var (_, name, file, id) in entries.Where(x => !IsFolder(x.Type)))
            solution.AddProject(Parent(id), name, path.Parent / file);
        return solution;

        IProjectContainer Parent(string id) => parents.TryGetValue(id, out var parent) ? Folder(parent) : solution;
        IProjectContainer Folder(string id)
        {
            if (!folders.TryGetValue(id, out var folder))
                folders.Add(id, folder = solution.AddFolder(Parent(id), entries.First(x => x.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Name));
            return folder;
        }
    }

    private static Solution ReadXml(AbsolutePath path)
    {
        var solution = new Solution(path);
        var folders = new Dictionary<string, IProjectContainer> { [""] = solution };
        var root = XDocument.Load(path).Root.NotNull($"Solution '{path}' is empty");
        foreach (var project in root.Elements("Project"))
            Add(solution, project);
        foreach (var folder in root.Elements("Folder"))
        {
            var container = Folder(folder.Attribute("Name")?.Value.Trim('/') ?? "");
            foreach (var project in folder.Elements("Project"))
                Add(container, project);
        }

        return solution;

        IProjectContainer Folder(string name)
        {
            if (folders.TryGetValue(name, out var folder))
                return folder;
            var slash = name.LastIndexOf('/');
            return folders[name] = solution.AddFolder(Folder(slash < 0 ? "" : name[..slash]), name[(slash + 1)..]);
        }

        void Add(IProjectContainer container, XElement project)
        {
            var file = path.Parent / project.Attribute("Path").NotNull($"A project in '{path}' has no path").Value;
            solution.AddProject(container, project.Attribute("DisplayName")?.Value ?? file.NameWithoutExtension, file);
        }
    }

    private static bool IsFolder(string type) => type.Equals(FolderType, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""^Project\("\{([^}]+)\}"\)\s*=\s*"([^"]+)",\s*"([^"]+)",\s*"\{([^}]+)\}""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*\{([^}]+)\}\s*=\s*\{([^}]+)\}\s*$", RegexOptions.Multiline)]
    private static partial Regex Nesting();

    private sealed record Line(string Type, string Name, string Path, string Id);
}
