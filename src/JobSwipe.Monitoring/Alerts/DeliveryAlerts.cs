using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>Backups, deployments and scans: what nobody misses until it is needed.</summary>
internal static class DeliveryAlerts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly LabelMatch Production = Label.Environment.Is("production");
    private static readonly (string, string) Labelled = ("environment", "production");
    private static readonly Runbook Backup = new("The newest backup is older than it should be.", "A loss of the database would cost all data since then, as far as WAL does not have it.",
        ["`./build.sh BackupStatus` says how old, and which attempts failed.", "The workflow `backup` of the repository shows whether it ran."],
        ["`./build.sh Backup --delivery-environment production` takes one now.", "When the store refuses: look at its credentials and its space."], Runbook.NothingToTakeBack);

    public static IEnumerable<Alert> All(Pace pace)
    {
        yield return new Alert
        {
            Name = "BackupMissed",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "backup", IsSudden = true,
            When = Expr.Time - BackupMetrics.Newest.Where(Production).Now > 26 * 3600,
            For = pace.Symptom,
            Summary = "A backup was missed.",
            Description = "The newest backup is {{ $value | humanizeDuration }} old.",
            Runbook = Backup,
            Firing = Scenario.Of((BackupMetrics.Newest.Where(Production), "-100000x20")).Fires("The newest backup is 1d 3h 56m 40s old.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.Newest.Where(Production), "-90000x20")),
        };
        yield return new Alert
        {
            Name = "BackupsStopped",
            Severity = Severity.Critical, Tier = Tier.Delivery, Subject = "backup", IsSudden = true,
            When = Expr.Time - BackupMetrics.Newest.Where(Production).Now > 50 * 3600,
            For = pace.Cause,
            Summary = "Two backups in a row were missed.",
            Description = "The newest backup is {{ $value | humanizeDuration }} old.",
            Runbook = Backup,
            Firing = Scenario.Of((BackupMetrics.Newest.Where(Production), "-200000x20")).Fires("The newest backup is 2d 7h 43m 20s old.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.Newest.Where(Production), "-100000x20")),
        };
        yield return new Alert
        {
            Name = "BackupStatusStale",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "backup-status",
            // A file or a push that is not renewed stays as it was; it must not look fresh.
            When = (Expr.Time - BackupMetrics.StatusRead.Where(Production).Now > 3 * 3600).Or(BackupMetrics.StatusRead.Where(Production).Absent()),
            For = pace.Patience(Minute * 10),
            Summary = "Nobody knows how the backups are.",
            Description = "The state of the backups was not read for hours, or never.",
            Runbook = new("BackupStatus has not written its metrics for 3 hours.", "A missed backup would not be seen.",
                ["The workflow `backup` of the repository shows whether it ran, and where it ended."], ["`./build.sh BackupStatus --delivery-environment production --pushgateway http://jobswipe-prometheus.internal:9091` writes them now."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((BackupMetrics.StatusRead.Where(Production), "-20000x40")).After(Minute * 20).Fires("The state of the backups was not read for hours, or never.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.StatusRead.Where(Production), "-9000x40")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "BackupUnproved",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "backup-proof",
            When = Expr.Time - BackupMetrics.Proved.Where(Production).Now > 8 * 86400,
            For = pace.Patience(Minute * 10),
            Summary = "No backup was restored for a week.",
            Description = "The last proof is {{ $value | humanizeDuration }} old.",
            Runbook = new("No restore drill has passed for 8 days.", "Backups may not be restorable, and nobody would know.",
                ["The workflow `drill` of the repository shows why."], ["`./build.sh RestoreDrill --age-identity <file>` restores one into a scratch database and compares it."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((BackupMetrics.Proved.Where(Production), "-864000x40")).After(Minute * 20).Fires("The last proof is 10d 0h 20m 0s old.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.Proved.Where(Production), "-600000x40")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "BackupFailed",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "backup-failed",
            When = BackupMetrics.Failures.Where(Production).Now > 0,
            For = pace.Cause,
            Summary = "A backup failed.",
            Description = "{{ $value }} backups failed in the last seven days.",
            Runbook = new("At least one attempt failed in the last seven days.", "None yet, while another one succeeded since.",
                ["`./build.sh BackupStatus` lists failures with their reasons."], ["Mend the reason; `./build.sh Backup --delivery-environment production`."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((BackupMetrics.Failures.Where(Production), "2x20")).Fires("2 backups failed in the last seven days.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.Failures.Where(Production), "0x20")),
        };
        yield return new Alert
        {
            Name = "WalGap",
            Severity = Severity.Critical, Tier = Tier.Delivery, Subject = "wal", IsSudden = true,
            When = BackupMetrics.WalGaps.Where(Production).Now > 0,
            For = pace.Cause,
            Summary = "A stretch of WAL is missing.",
            Description = "{{ $value }} gaps since the oldest base backup.",
            Runbook = new("WAL that is needed for point-in-time recovery is not in the store.", "No moment after the gap can be restored, until there is a new base backup.",
                ["`./build.sh BackupStatus` names the gap."], ["`./build.sh BaseBackup --delivery-environment production` begins anew; from then on moments can be restored again.", "See that the archiver runs: `./build.sh WalArchive`."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((BackupMetrics.WalGaps.Where(Production), "1x20")).Fires("1 gaps since the oldest base backup.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.WalGaps.Where(Production), "0x20")),
        };
        yield return new Alert
        {
            Name = "WalLate",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "wal",
            When = Expr.Time - BackupMetrics.WalRestorableUntil.Where(Production).Now > 900,
            For = pace.Patience(Minute * 10),
            Summary = "WAL is archived late.",
            Description = "The last moment that can be restored is {{ $value | humanizeDuration }} ago.",
            Runbook = new("The archiver is behind, or does not run.", "A loss of the database now would cost the data of that time.",
                ["`./build.sh BackupStatus` tells the archiver's alarms and how much WAL the server keeps."], ["Start it again: `./build.sh WalArchive --delivery-environment production`."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((BackupMetrics.WalRestorableUntil.Where(Production), "-1200x40")).After(Minute * 20).Fires("The last moment that can be restored is 40m 0s ago.", Labelled),
            Quiet = Scenario.Of((BackupMetrics.WalRestorableUntil.Where(Production), "0+60x40")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "DeploymentFailed",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "deployment", IsSudden = true,
            When = DeliveryMetrics.LastOutcomeGood.Now.Equal(0),
            For = pace.Cause,
            Summary = "The last deployment did not succeed.",
            Description = "The last deployment to {{ $labels.environment }} failed or was rolled back.",
            Runbook = new("A deployment ended badly; the release before serves, or was put back.", "None, when the roll-back succeeded: people see the release before.",
                ["`./build.sh Releases` names the step that failed.", "`./build.sh Status` shows what serves now."], ["Mend the release and deploy it again.", "When neither serves: `./build.sh Rollback --delivery-environment production --reason \"…\"`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((DeliveryMetrics.LastOutcomeGood.Where(Production), "0x20")).Fires("The last deployment to production failed or was rolled back.", Labelled),
            Quiet = Scenario.Of((DeliveryMetrics.LastOutcomeGood.Where(Production), "1x20")),
        };
        yield return new Alert
        {
            Name = "ChangeFailuresHigh",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "change-failures",
            When = (DeliveryMetrics.ChangeFailureRatio.Where(Production).Now > 0.15).And(DeliveryMetrics.Deployments.Where(Production).Now > 4),
            For = pace.Patience(Minute * 10),
            Summary = "Many deployments fail.",
            Description = "{{ $value | humanizePercentage }} of the deployments of 28 days failed.",
            Runbook = new("More than 15 % of the deployments failed or were rolled back.", "Changes reach people late.",
                ["`./build.sh Report` shows each of them with its reason."], ["Look for the common reason; a test that finds it before deploying is the fix."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((DeliveryMetrics.ChangeFailureRatio.Where(Production), "0.25x40"), (DeliveryMetrics.Deployments.Where(Production), "8x40")).After(Minute * 20).Fires("25% of the deployments of 28 days failed.", Labelled),
            Quiet = Scenario.Of((DeliveryMetrics.ChangeFailureRatio.Where(Production), "0.5x40"), (DeliveryMetrics.Deployments.Where(Production), "2x40")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "ScanStopped",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "scan",
            When = Expr.Time - SecurityMetrics.ScannerLastSuccess.Now > 2 * 86400,
            For = pace.Patience(Minute * 10),
            Summary = "A scanner stopped running.",
            Description = "{{ $labels.tool }} last ran to its end {{ $value | humanizeDuration }} ago.",
            Runbook = new("A scanner has not ended well for two days.", "New vulnerabilities are not seen.",
                ["The workflow `security` of the repository shows why."], ["`./build.sh Trivy` and `./build.sh GitleaksScan` run the scanners now."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((Scanner, "-259200x40")).After(Minute * 20).Fires("trivy last ran to its end 3d 0h 20m 0s ago.", ("tool", "trivy")),
            Quiet = Scenario.Of((Scanner, "-100000x40")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "VulnerabilityCritical",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "vulnerability",
            When = SecurityMetrics.Findings.Where(Label.Severity.Is("critical"), Label.State.IsNot("waived")).Now.Sum() > 0,
            For = pace.Cause,
            Summary = "There is a critical vulnerability without a waiver.",
            Description = "{{ $value }} critical findings.",
            Runbook = new("A scanner found something critical that nobody waived.", "Somebody may misuse it; the gate stops the next release.",
                ["`./build.sh Report` lists the findings, and versions that mend them."], ["Raise the dependency or the base image, and deploy.", "When it cannot be reached: a waiver with reason, owner and expiry."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((SecurityMetrics.Findings.Where(Label.Tool.Is("trivy"), Label.Severity.Is("critical"), Label.State.Is("blocking")), "2x20")).Fires("2 critical findings."),
            Quiet = Scenario.Of((SecurityMetrics.Findings.Where(Label.Tool.Is("trivy"), Label.Severity.Is("critical"), Label.State.Is("waived")), "2x20")),
        };
        yield return new Alert
        {
            Name = "FindingsOverdue",
            Severity = Severity.Warning, Tier = Tier.Delivery, Subject = "findings",
            When = SecurityMetrics.Overdue.Now.Max() > 0,
            For = pace.Patience(Minute * 10),
            Summary = "Findings are beyond their days to fix.",
            Description = "{{ $value }} findings are overdue.",
            Runbook = new("Findings are older than the policy allows for their severity.", "The gate stops the next release.",
                ["`./build.sh Report` lists them, oldest first."], ["Raise the dependency, and deploy; or a waiver with reason, owner and expiry."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((SecurityMetrics.Overdue.Where(), "3x40")).After(Minute * 20).Fires("3 findings are overdue."),
            Quiet = Scenario.Of((SecurityMetrics.Overdue.Where(), "0x40")).After(Minute * 20),
        };
    }

    private static GaugeSeries Scanner => SecurityMetrics.ScannerLastSuccess.Where(Label.Tool.Is("trivy"));
}
