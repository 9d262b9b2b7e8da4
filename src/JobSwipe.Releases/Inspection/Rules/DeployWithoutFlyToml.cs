namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class DeployWithoutFlyToml : InspectRule
{
    public override string Why => "flyctl finds no configuration there, and deploys nothing, or an app with settings that it makes up.";

    public override string Fix => "Run it in the folder of fly.toml, or give --config.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Step is not null && !block.Has(command => command.Is("cd", "pushd"))))
            foreach (var command in block.Commands.Where(command => command.IsFly("deploy") && !command.Words.Contains("--help")))
            {
                var config = command.Option("--config", "-c");
                var folder = command.Words.Skip(2).FirstOrDefault(word => !word.StartsWith('-') && Directory.Exists(Path.Combine(block.Folder, word.Trim('"')))) ?? ".";
                if (config?.Contains('$') != true && Directory.Exists(block.Folder) && !File.Exists(Path.Combine(block.Folder, config ?? Path.Combine(folder, "fly.toml"))))
                    yield return block.At(command, config is null ? $"there is no fly.toml in {Path.GetRelativePath(at.Repository, Path.Combine(block.Folder, folder))}" : $"there is no {config}");
            }
    }
}
