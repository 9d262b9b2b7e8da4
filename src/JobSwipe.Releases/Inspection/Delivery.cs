using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection;

/// <summary>What shell code does to an environment or its data.</summary>
internal static class Delivery
{
    /// <summary>What a job deploys, by flyctl or by a script that it calls.</summary>
    public static IEnumerable<FlyDeploy> Environments(InspectedFolder at, Job job) => job.Steps.Where(step => step.Run is not null).Select(step => step.ToBlock(at.Repository)).SelectMany(block => Environments(at, block));

    /// <summary>What shell code deploys.</summary>
    public static IEnumerable<FlyDeploy> Environments(InspectedFolder at, ShellBlock block)
    {
        foreach (var command in block.Commands.Where(command => command.IsFly("deploy")))
        {
            var config = command.Option("--config", "-c") ?? "fly.toml";
            var app = command.Option("--app", "-a") ?? at.FlyTomls.FirstOrDefault(fly => fly.File.Path == Path.GetFullPath(Path.Combine(block.Folder, config)))?.App ?? Path.GetFileName(config);
            // A name in a variable may be any of them.
            if (!app.Contains('$')) yield return new FlyDeploy(block.File, command.Line, app, command.Option("--image", "-i") is null);
        }
    }

    public static bool Migrates(ShellCommand command) => Regex.IsMatch(command.Text, @"\balembic\b[^|;&]*\bupgrade\b|\bmigrate_db\.py\b(?!.*--check)|manage\.py\s+migrate\b|\bprisma\s+migrate\s+deploy\b|\bflyway\b.*\bmigrate\b")
        && !command.Is("echo", "printf");

    public static bool IsBackup(ShellBlock block) => block.Has(command => command.Is("pg_dump", "pg_dumpall", "pg_basebackup"));

    public static bool IsCustom(ShellCommand command) => command.Words.Any(word => Regex.IsMatch(word, @"^(-\w*Fc|-Fd|--format=(c|custom|d|directory)|c|custom)$")) && Regex.IsMatch(command.Text, @"-\w*F\s*[cd]|--format[= ](c|d)");

    /// <summary>The text with the block's own variables put in, as far as they are plain.</summary>
    public static string Expand(ShellBlock block, string text)
    {
        for (var depth = 0; depth < 4; depth++)
            text = Regex.Replace(text, @"\$\{?([A-Za-z_]\w*)(?::-[^}]*)?\}?", match =>
                Regex.Match(block.Text, $@"^\s*(?:export\s+|local\s+|readonly\s+)?{match.Groups[1].Value}=[""']?([^""'\n]*)", RegexOptions.Multiline) is { Success: true } value ? value.Groups[1].Value : match.Value);
        return text;
    }

    /// <summary>Relative files that a command reads or runs.</summary>
    public static IEnumerable<string> Files(ShellCommand command)
    {
        var found = new List<string?>();
        if (command.Words.Count > 0 && Regex.IsMatch(command.Words[0], @"^\./[\w./-]+$")) found.Add(command.Words[0]);
        if (command.Is("bash", "sh", "python", "python3", "node")) found.Add(command.Words.Skip(1).FirstOrDefault() is { } script && Regex.IsMatch(script, @"^[\w./-]+\.(sh|py|js|mjs)$") ? script : null);
        if (command.Is("pip", "pip3") || (command.Is("python", "python3") && command.Argument(2) == "pip")) found.Add(command.Option("-r", "--requirement"));
        if (command.Is("pytest") || (command.Is("python", "python3") && command.Argument(2) == "pytest"))
            found.AddRange(command.Words.Skip(1).Select(word => word.Split("::")[0]).Where(word => Regex.IsMatch(word, @"^[\w.-]+(/[\w.-]+)*(/|\.py)$") || word == "tests"));
        if (command.Is("docker", "podman", "buildah") && command.Words.Skip(1).Any(word => word is "build" or "bud")) found.Add(command.Option("-f", "--file"));
        if (command.Is("docker-compose") || (command.Is("docker") && command.Argument(1) == "compose")) found.Add(command.Option("-f", "--file"));
        return found.OfType<string>().Where(path => !path.Contains('$') && !path.Contains('*') && !Path.IsPathRooted(path) && !path.Contains("://", StringComparison.Ordinal) && path != "-");
    }
}

/// <summary>One <c>fly deploy</c>.</summary>
/// <param name="Builds">Whether it makes an image, instead of taking one.</param>
internal sealed record FlyDeploy(SourceFile File, int Line, string Environment, bool Builds);
