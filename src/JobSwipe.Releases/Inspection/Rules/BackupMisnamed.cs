using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class BackupMisnamed : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The name says SQL and the file is an archive: at the restore somebody feeds it to psql.";

    public override string Fix => "Name an archive .dump, and plain SQL .sql.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("pg_dump") && Delivery.IsCustom(command)))
                if (Regex.Match(Delivery.Expand(block, command.Text + (command.Piped ? Next(block, command) : "")), @"[\w$}\-]\.sql(\.\w+)?\b") is { Success: true } name)
                    yield return block.At(command, $"an archive in pg_dump's own format is named '…{name.Value}'");
    }

    private static string Next(ShellBlock block, ShellCommand command) => block.Commands.SkipWhile(other => other != command).Skip(1).FirstOrDefault()?.Text ?? "";
}
