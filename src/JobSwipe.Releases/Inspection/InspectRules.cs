using JobSwipe.Releases.Inspection.Rules;

namespace JobSwipe.Releases.Inspection;

/// <summary>Every rule.</summary>
public static class InspectRules
{
    /// <summary>The rules: what Fly reads, workflows and scripts, backups, the backend's health, monitoring.</summary>
    public static IReadOnlyList<InspectRule> All { get; } =
    [
        new FileUnreadable(),
        new FlyKeyUnknown(),
        new ReleaseCommandNeverMigrates(),
        new CheckWithoutHttp(),
        new CheckPathUnknown(),
        new SecretUnexpanded(),
        new SecretRegenerated(),
        new SecretInArguments(),
        new SecretsAtWorkflowLevel(),
        new ExpressionInShell(),
        new ActionNotPinned(),
        new DeploysCollide(),
        new RebuiltPerEnvironment(),
        new SleepAsHealthCheck(),
        new SmokeUrlUnknown(),
        new NoBackupBeforeMigration(),
        new NeedsExclusiveJobs(),
        new InputUndeclared(),
        new JobOnlyEchoes(),
        new PathMissing(),
        new StageMissing(),
        new DeployWithoutFlyToml(),
        new CommandUnknown(),
        new AppNameDiffers(),
        new ScriptSyntax(),
        new UrlParsedByHand(),
        new UrlDriverSuffix(),
        new BackupCompressedTwice(),
        new BackupPlaintextInTmp(),
        new BackupMisnamed(),
        new PruneByDateOnly(),
        new RestoreDropsFirst(),
        new RestoreNeverTried(),
        new RetentionKeepsAll(),
        new HealthConstant(),
        new HealthAlwaysOk(),
        new AlertMetricUnknown(),
        new AlertLabelUnknown(),
        new MetricNeverFed(),
        new AlertPlaceholder(),
        new PercentageIsARatio(),
        new RatioAlwaysOne(),
        new RuleFileMissing(),
        new NoAlertingSection(),
        new DashboardWrapped(),
    ];
}
