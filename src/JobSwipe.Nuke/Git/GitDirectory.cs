using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>Reads the files of a repository; starting git would take longer than everything else at the start of a build.</summary>
internal static class GitDirectory
{
    public static GitRepository Read(AbsolutePath directory)
    {
        var root = directory.FindParentOrSelf(x => Directory.Exists(x / ".git") || File.Exists(x / ".git"))
            .NotNull($"'{directory}' is not in a git repository");
        var own = Own(root);

        // A work tree has its own HEAD; references and configuration lie in the repository it belongs to.
        var common = (own / "commondir").FileExists() ? AbsolutePath.Create(Path.GetFullPath((own / "commondir").ReadAllText().Trim(), own)) : own;
        var head = (own / "HEAD").ReadAllText().Trim();
        var reference = head.StartsWith("ref: ", StringComparison.Ordinal) ? head["ref: ".Length..] : null;
        var branch = reference?.StartsWith("refs/heads/", StringComparison.Ordinal) == true ? reference["refs/heads/".Length..] : null;
        var references = References(common);
        var commit = reference is null ? head : references.GetValueOrDefault(reference);
        var configuration = Configuration(common / "config");
        var remote = configuration.GetValueOrDefault($"branch \"{branch}\".remote") ?? "origin";
        var (protocol, endpoint, identifier) = GitUrl.Parse(configuration.GetValueOrDefault($"remote \"{remote}\".url"));
        return new GitRepository(
            protocol, endpoint, identifier, branch, root, reference ?? head, commit, Tags(references, commit), remote,
            configuration.GetValueOrDefault($"branch \"{branch}\".merge")?.Replace("refs/heads/", ""));
    }

    private static AbsolutePath Own(AbsolutePath root)
    {
        var git = root / ".git";
        return git.DirectoryExists() ? git : AbsolutePath.Create(Path.GetFullPath(git.ReadAllText().Trim()["gitdir: ".Length..], root));
    }

    private static Dictionary<string, string> References(AbsolutePath git)
    {
        var references = new Dictionary<string, string>();
        if ((git / "packed-refs").FileExists())
        {
            string last = null;
            foreach (var line in (git / "packed-refs").ReadAllLines().Where(x => x.Length > 0 && x[0] != '#'))
            {
                // The line after an annotated tag names the commit that it points to.
                if (line[0] == '^')
                    references[last!] = line[1..];
                else if (line.Split(' ') is [var commit, var name])
                    references[last = name] = commit;
            }
        }

        var folder = git / "refs";
        foreach (var file in folder.DirectoryExists() ? folder.GetFiles(depth: int.MaxValue) : [])
            references[PathConstruction.GetUnixRelativePath(git, file)] = file.ReadAllText().Trim();
        return references;
    }

    private static List<string> Tags(Dictionary<string, string> references, string commit) => references
        .Where(x => x.Value == commit && x.Key.StartsWith("refs/tags/", StringComparison.Ordinal))
        .Select(x => x.Key["refs/tags/".Length..])
        .Order(StringComparer.Ordinal)
        .ToList();

    private static Dictionary<string, string> Configuration(AbsolutePath file)
    {
        var values = new Dictionary<string, string>();
        var section = "";
        foreach (var line in file.FileExists() ? file.ReadAllLines().Select(x => x.Trim()) : [])
        {
            if (line is ['[', .., ']'])
                section = line[1..^1];
            else if (line.Split('=', 2) is [var key, var value])
                values[$"{section}.{key.Trim()}"] = value.Trim();
        }

        return values;
    }
}
