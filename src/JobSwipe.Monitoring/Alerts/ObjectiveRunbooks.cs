namespace JobSwipe.Monitoring.Alerts;

/// <summary>What to do when a budget burns.</summary>
internal static class ObjectiveRunbooks
{
    private const string Burn = "The dashboard \"Overview\" shows the budget that is left, and since when it burns.";

    public static Runbook Availability { get; } = new("Requests fail faster than 1 in 1000 allows.", "The people who sent them saw errors.",
        [Burn, "The panel \"Errors by endpoint\" of the dashboard \"API\" tells which requests."], ["As `ErrorsHigh`: when a release began it, roll back."], Runbook.ToFormerRelease);

    public static Runbook Latency { get; } = new("More than 1 in 100 requests takes longer than half a second.", "Swiping feels slow.",
        [Burn, "The panel \"Time of queries\" of the dashboard \"API\"."], ["As `LatencyHigh`: when a release began it, roll back."], Runbook.ToFormerRelease);

    public static Runbook SwipeSuccess { get; } = new("Swipes fail faster than 1 in 1000 allows.", "A swipe is lost; the app may show the same job again.",
        [Burn, "`flyctl logs --app jobswipe` shows exceptions of `/swipe`."], ["When a release began it, roll back.", "When a migration locks `user_job_interactions`: `./build.sh MigrateStatus --delivery-environment production`."], Runbook.ToFormerRelease);

    public static Runbook MatchFreshness { get; } = new("More than 1 in 10 feeds is empty.", "People see \"no more jobs\" and leave.",
        [Burn, "`select count(*) from jobs where created_at > now() - interval '1 day'`: are new jobs coming in?"], ["Mend the ingestion of jobs; when a release began it, roll back."], Runbook.ToFormerRelease);

    public static Runbook QueueAge { get; } = new("Celery's queue has not been empty for more than five minutes at a time.", "Applications and notifications are late.",
        [Burn, "`flyctl status --app jobswipe` shows the machines of the process group `worker`."], ["As `CeleryBacklog`: restart stuck workers, or more of them."], Runbook.ToFormerRelease);

    public static Runbook BackupAge { get; } = new("The newest backup was older than 26 hours for too long.", "A loss of the database would cost more data than was promised.",
        [Burn, "`./build.sh BackupStatus` says which attempts failed."], ["`./build.sh Backup --delivery-environment production` takes one now."], Runbook.NothingToTakeBack);

    public static Runbook MigrationState { get; } = new("A migration was unfinished, or an index unusable, for too long.", "The next deployment refuses to migrate.",
        [Burn, "`./build.sh MigrateStatus --delivery-environment production`."], ["`./build.sh Migrate --delivery-environment production` ends it."], "`./build.sh MigrateUndo --delivery-environment production --to 0005` takes it back.");

    public static Runbook DeploymentHealth { get; } = new("Production was left after a failed deployment for too long.", "Changes do not reach people.",
        [Burn, "`./build.sh Releases` names the step that failed."], ["Mend the release and deploy it, or deploy the last good one, so that the ledger ends well."], Runbook.ToFormerRelease);
}
