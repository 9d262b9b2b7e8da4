using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RestoreDropsFirst : InspectRule
{
    public override string Why => "When the backup turns out to be broken, the database is gone already.";

    public override string Fix => "Restore into a new database, compare it, then switch.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Has(command => command.Is("pg_restore")) || Regex.IsMatch(block.File.Name, "restore", RegexOptions.IgnoreCase)))
        {
            var drop = block.Commands.Select((command, index) => (command, index)).FirstOrDefault(pair => pair.command.Is("dropdb") || Regex.IsMatch(pair.command.Text, @"\bDROP\s+(DATABASE|SCHEMA)\b", RegexOptions.IgnoreCase)
                || (pair.command.Is("pg_restore") && pair.command.Words.Any(word => word is "--clean" or "-c")));
            if (drop.command is null || Regex.IsMatch(Delivery.Expand(block, drop.command.Text), "scratch|drill|test|tmp|verify", RegexOptions.IgnoreCase)) continue;
            if (!block.Commands.Take(drop.index).Any(Verifies)) yield return block.At(drop.command, "drops what is there before the backup was checked");
        }
    }

    private static bool Verifies(ShellCommand command) => command.Is("sha256sum", "md5sum", "shasum", "age") || (command.Is("pg_restore") && command.Words.Any(word => word is "--list" or "-l"))
        || (command.Is("gzip", "zstd", "xz", "gunzip") && command.Words.Any(word => word is "-t" or "--test")) || command.Program.Contains("verify", StringComparison.OrdinalIgnoreCase);
}
