using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class PruneByDateOnly : InspectRule
{
    public override string Why => "When backups have failed for longer than that, it deletes the last good one.";

    public override string Fix => "Keep a number of newest ones whatever their age, and delete only after a new backup was verified.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => Delivery.IsBackup(block) || Regex.IsMatch(block.File.Name, "backup|prune|retention", RegexOptions.IgnoreCase)))
            foreach (var command in block.Commands.Where(command => command.Is("find") && command.Words.Any(word => word is "-mtime" or "-mmin" or "-ctime") && command.Words.Any(word => word is "-delete" or "-exec" or "rm")))
                yield return block.At(command, "deletes backups by their age alone");
    }
}
