namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class PathMissing : InspectRule
{
    public override string Why => "The step fails when it is needed, or a condition around it hides that it never worked.";

    public override string Fix => "Correct the path, or add the file.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Step is not null))
        {
            if (block.Step!.WorkingDirectory is { } folder && !folder.Contains('$') && !Directory.Exists(Path.Combine(at.Repository, folder)))
            {
                yield return block.File.At(block.Step.Line, $"there is no folder {folder}");
                continue;
            }
            // After a cd or a checkout elsewhere, relative paths mean another folder.
            if (block.Has(command => command.Is("cd", "pushd", "git", "mkdir", "cp", "curl", "wget", "tar", "unzip"))) continue;
            foreach (var command in block.Commands)
                foreach (var path in Delivery.Files(command).Where(path => !Path.Exists(Path.Combine(block.Folder, path))))
                    yield return block.At(command, $"there is no {path} in {Path.GetRelativePath(at.Repository, block.Folder)}");
        }
        foreach (var step in at.Workflows.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps))
            if (step.Uses?.StartsWith("docker/build-push-action@", StringComparison.Ordinal) == true)
                foreach (var key in new[] { "context", "file" })
                    if (step.Node.Get("with", key) is { } node && node.Text() is { } path && !path.Contains("${{", StringComparison.Ordinal) && !path.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(at.Repository, path)))
                        yield return step.Job.Workflow.File.At(node.Line(), $"there is no {path}");
    }
}
