using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class BackupCompressedTwice : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "What is compressed does not get smaller; it costs time, and each layer is one more that can break a restore.";

    public override string Fix => "Compress once: pg_dump -Fc -Z0 | zstd, or pg_dump -Fc alone.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(Delivery.IsBackup))
        {
            var dump = block.Commands.FirstOrDefault(command => command.Is("pg_dump") && (command.Option("-Z", "--compress") is { } level ? level is not ("0" or "none") : Delivery.IsCustom(command) && !command.Words.Contains("-Z0")));
            var packers = block.Commands.Where(command => (command.Is("gzip", "bzip2", "xz", "zstd", "pigz", "zip") && !command.Words.Any(word => word is "-t" or "-d" or "-dc" or "--test" or "--decompress"))
                || (command.Is("tar") && Regex.IsMatch(command.Argument(1), "^-?[a-z]*c[a-z]*[zjJ]|^-?[zjJ][a-z]*c"))).ToArray();
            if ((dump is null ? 0 : 1) + packers.Length > 1) yield return block.At(packers[^1], $"{packers[^1].Program} compresses what {(packers.Length > 1 ? packers[^2].Program : "pg_dump")} has compressed");
        }
    }
}
