using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RestoreNeverTried : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "A backup that was never restored is a hope.";

    public override string Fix => "Restore the newest backup into a scratch database on a schedule, and compare it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        if (at.Shell.FirstOrDefault(block => block.Has(command => command.Is("pg_dump", "pg_basebackup"))) is not { } backup) yield break;
        var tried = at.Workflows.Where(workflow => workflow.Root.Get("on", "schedule") is not null || workflow.RunsOnPush).SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps)
            .Any(step => Regex.IsMatch(step.Run ?? "", @"pg_restore|restore|drill", RegexOptions.IgnoreCase));
        if (!tried && at.Workflows.Count > 0) yield return backup.At(backup.Commands.First(command => command.Is("pg_dump", "pg_basebackup")), "no workflow ever restores what this backs up");
    }
}
