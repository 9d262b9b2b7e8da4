using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class StageMissing : InspectRule
{
    public override string Why => "The build fails: the Dockerfile has no such stage.";

    public override string Fix => "Name a stage that the Dockerfile has: FROM … AS <stage>.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var step in at.Workflows.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps))
            if (step.Uses?.StartsWith("docker/build-push-action@", StringComparison.Ordinal) == true && step.Node.Get("with", "target") is { } target && target.Text() is { } stage && !stage.Contains('$'))
            {
                var context = step.Node.Get("with", "context").Text() ?? ".";
                var file = Path.Combine(at.Repository, step.Node.Get("with", "file").Text() ?? Path.Combine(context, "Dockerfile"));
                if (Missing(file, stage)) yield return step.Job.Workflow.File.At(target.Line(), $"{Path.GetFileName(file)} has no stage '{stage}'");
            }
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("docker", "podman", "buildah")))
                if (command.Option("--target") is { } stage && !stage.Contains('$') && command.Words.Skip(1).LastOrDefault() is { } context)
                {
                    var file = Path.Combine(block.Folder, command.Option("-f", "--file") ?? Path.Combine(context.Trim('"', '\''), "Dockerfile"));
                    if (Missing(file, stage)) yield return block.At(command, $"{Path.GetFileName(file)} has no stage '{stage}'");
                }
    }

    private static bool Missing(string dockerfile, string stage) => File.Exists(dockerfile)
        && !Regex.IsMatch(File.ReadAllText(dockerfile), $@"^\s*FROM\s.*\sAS\s+{Regex.Escape(stage)}\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
}
