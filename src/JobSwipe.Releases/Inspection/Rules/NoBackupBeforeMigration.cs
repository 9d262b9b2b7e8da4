using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class NoBackupBeforeMigration : InspectRule
{
    public override string Why => "A migration that goes wrong takes the only copy of the data with it.";

    public override string Fix => "Back up, verify the backup, then migrate.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var job in at.Workflows.SelectMany(workflow => workflow.Jobs))
            foreach (var step in job.Steps.Where(step => step.Run is not null))
            {
                var block = step.ToBlock(at.Repository);
                if (block.Commands.FirstOrDefault(Delivery.Migrates) is { } command && !Tests(job, command) && !job.WithNeeded().Any(before => before.Steps.Any(BacksUp)))
                    yield return block.At(command, $"'{command.Text}' changes the database, and no step before it takes a backup");
            }
        foreach (var script in at.Scripts)
            if (script.Commands.FirstOrDefault(Delivery.Migrates) is { } command && script.Has(other => other.IsFly("deploy")) && !Regex.IsMatch(script.Text, "pg_dump|backup|snapshot", RegexOptions.IgnoreCase))
                yield return script.At(command, $"'{command.Text}' changes the database, and nothing before it takes a backup");
    }

    private static bool BacksUp(Step step) => Regex.IsMatch($"{step.Run} {step.Uses}", "pg_dump|pg_basebackup|backup|snapshot|wal-g", RegexOptions.IgnoreCase);

    // A job with a database of its own migrates to test.
    private static bool Tests(Job job, ShellCommand command) => command.Text.Contains("--sql", StringComparison.Ordinal)
        || (job.Node.Get("services") is not null && !job.Steps.Any(step => step.Run?.Contains("fly", StringComparison.Ordinal) == true));
}
