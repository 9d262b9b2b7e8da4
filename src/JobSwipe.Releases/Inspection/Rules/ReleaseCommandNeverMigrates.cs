using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class ReleaseCommandNeverMigrates : InspectRule
{
    public override string Why => "A check that succeeds whenever the database answers is taken for a migration: the part after || never runs, and nothing ever migrates.";

    public override string Fix => "Run the migration itself; it must do nothing when nothing is pending.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var fly in at.FlyTomls)
            if (fly.ReleaseCommand is { } command && Regex.IsMatch(command, @"(--check|--dry-run|\bcheck\b|\bcurrent\b|--status)[^|]*\|\|"))
                yield return fly.File.At(fly.File.LineOf(@"^\s*release_command"), $"the release command '{command}' migrates only when its check fails");
    }
}
