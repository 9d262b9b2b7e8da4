using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class BackupPlaintextInTmp : InspectRule
{
    public override string Why => "Every user of the machine can read a shared temporary folder, and a script that is killed leaves the dump there.";

    public override string Fix => "Stream the dump into encryption; where a file must be, use mktemp -d with umask 077 and a trap that removes it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Has(command => command.Is("pg_dump", "pg_dumpall"))))
            foreach (var command in block.Commands.Where(command => command.Is("pg_dump", "pg_dumpall")))
                if (Regex.IsMatch(Delivery.Expand(block, command.Text), @"(>\s*|-f\s*|--file[= ])[""']?(/var)?/tmp/(?!.*XXXX)"))
                    yield return block.At(command, "writes plaintext into a shared temporary folder");
    }
}
